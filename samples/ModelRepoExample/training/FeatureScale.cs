using Paname.Attacks.Data;

namespace ModelRepoExample.Training;

/// <summary>The mean and standard deviation of each feature, which the model carries so that it takes records as they are.</summary>
internal sealed record FeatureScale(IReadOnlyList<double> Mean, IReadOnlyList<double> Deviation)
{
    internal static FeatureScale Of(Records records)
    {
        var features = (RecordField<double>)records.Fields.Single();
        ReadOnlySpan<double> values = new RecordBatch(records, 0, records.Count).Values(features).Span;
        int width = features.Shape[0];
        double[] mean = new double[width];
        double[] deviation = new double[width];
        for (int i = 0; i < values.Length; i++)
        {
            mean[i % width] += values[i] / records.Count;
        }

        for (int i = 0; i < values.Length; i++)
        {
            double distance = values[i] - mean[i % width];
            deviation[i % width] += distance * distance / records.Count;
        }

        return new(mean, Array.ConvertAll(deviation, Math.Sqrt));
    }
}
