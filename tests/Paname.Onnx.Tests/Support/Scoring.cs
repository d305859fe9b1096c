using Paname.Attacks.Data;
using Paname.Attacks.Targets;

namespace Paname.Onnx.Tests.Support;

/// <summary>Scores records in one call.</summary>
internal static class Scoring
{
    internal static double[] Score(this OnnxClassifier classifier, Records records, CancellationToken cancellationToken = default)
    {
        var outputs = new double[records.Count * (classifier.OutputKind == OutputKind.LabelsOnly ? 1 : classifier.Classes)];
        classifier.Score(new RecordBatch(records, 0, records.Count), outputs, cancellationToken);
        return outputs;
    }

    internal static double[] Score(byte[] model, Records records, OnnxClassifierOptions? options = null)
    {
        using OnnxClassifier classifier = OnnxClassifier.FromBytes(model, "test.onnx", options);
        return classifier.Score(records);
    }

    internal static Records Floats(int width, params float[] values) => Records.FromArray<float>(values, width);

    internal static Records Columns(params RecordField[] fields) => new(fields);
}
