using System.Numerics.Tensors;

namespace ModelRepoExample;

/// <summary>How well the model does on applicants it was not trained on.</summary>
internal sealed record HoldoutScore(double Accuracy, double MajorityShare, double BadPayersFound)
{
    private const int Bad = 1;

    internal static HoldoutScore Of(IClassifier model, LabelledRecords holdout)
    {
        var outputs = new double[holdout.Count * model.Classes];
        model.Score(new RecordBatch(holdout.Records, 0, holdout.Count), outputs, CancellationToken.None);

        int right = 0, bad = 0, found = 0;
        for (int i = 0; i < holdout.Count; i++)
        {
            int predicted = TensorPrimitives.IndexOfMax(outputs.AsSpan(i * model.Classes, model.Classes));
            bool isBad = holdout.Labels[i] == Bad;
            right += predicted == holdout.Labels[i] ? 1 : 0;
            bad += isBad ? 1 : 0;
            found += isBad && predicted == Bad ? 1 : 0;
        }

        double badShare = (double)bad / holdout.Count;
        return new((double)right / holdout.Count, Math.Max(badShare, 1 - badShare), (double)found / bad);
    }
}
