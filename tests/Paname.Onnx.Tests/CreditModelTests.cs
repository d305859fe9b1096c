using Paname.Attacks.Data;
using Paname.Attacks.Targets;
using Paname.Onnx.Tests.Support;

namespace Paname.Onnx.Tests;

/// <summary>The credit models, whose loss attack's AUC was computed independently.</summary>
public class CreditModelTests
{
    [Theory]
    [InlineData("credit_regularised.onnx", 0.5078584711, 1e-6)]
    [InlineData("credit_overfit.onnx", 0.6128054752, 2e-4)]
    public void Loss_attack_auc_matches_reference(string model, double expected, double tolerance)
    {
        using OnnxClassifier classifier = OnnxClassifier.Load(ReferenceFiles.PathOf("credit", model));

        double auc = Auc(Losses(classifier, "credit_train.csv"), Losses(classifier, "credit_holdout.csv"));

        Assert.Equal(OutputKind.Logits, classifier.OutputKind);
        Assert.Equal(2, classifier.Classes);
        Assert.InRange(auc, expected - tolerance, expected + tolerance);
    }

    private static double[] Losses(OnnxClassifier classifier, string file)
    {
        double[][] rows = ReferenceFiles.Csv(ReferenceFiles.PathOf("credit", file), header: true);
        Assert.Equal(2200, rows.Length);
        float[] features = [.. rows.SelectMany(row => row[1..^1]).Select(value => (float)value)];
        double[] logits = classifier.Score(Records.FromArray<float>(features, 26));
        return [.. rows.Select((row, i) => Loss(logits.AsSpan(2 * i, 2), (int)row[^1]))];
    }

    private static double Loss(ReadOnlySpan<double> logits, int label)
    {
        double margin = logits[1 - label] - logits[label];
        return margin > 0 ? margin + Math.Log(1 + Math.Exp(-margin)) : Math.Log(1 + Math.Exp(margin));
    }

    /// <summary>The share of pairs in which the member has the lower loss; ties count half.</summary>
    private static double Auc(double[] members, double[] others)
        => members.Average(member => others.Average(other => member < other ? 1 : member == other ? 0.5 : 0));
}
