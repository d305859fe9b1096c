using System.Numerics.Tensors;
using Paname.Attacks.Data;
using Paname.Attacks.Targets;

namespace ModelRepoExample.Training;

/// <summary>The share of records of which a model is right.</summary>
internal static class ModelAccuracy
{
    internal static double Of(IClassifier model, LabelledRecords records)
    {
        double[] outputs = new double[records.Count * model.Classes];
        model.Score(new RecordBatch(records.Records, 0, records.Count), outputs, CancellationToken.None);
        return Enumerable.Range(0, records.Count)
            .Average(i => TensorPrimitives.IndexOfMax(outputs.AsSpan(i * model.Classes, model.Classes)) == records.Labels[i] ? 1.0 : 0.0);
    }
}
