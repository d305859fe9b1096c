using Paname.Attacks.Data;

namespace Paname.Attacks.Learning;

/// <summary>What every learner and model asks of its inputs.</summary>
internal static class LearnerChecks
{
    internal static double[] Targets(FeatureTable features, IReadOnlyList<bool> positive)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(positive);
        if (positive.Count != features.Rows)
        {
            throw new PanameDataException(FormattableString.Invariant($"There are {positive.Count} class flags for {features.Rows} rows."));
        }

        var targets = new double[positive.Count];
        int count = 0;
        for (int i = 0; i < targets.Length; i++)
        {
            targets[i] = positive[i] ? 1 : 0;
            count += positive[i] ? 1 : 0;
        }

        return count > 0 && count < targets.Length
            ? targets
            : throw new PanameDataException("A classifier is fitted on rows of two classes; one class is empty.");
    }

    internal static void SameWidth(FeatureTable features, int width)
    {
        ArgumentNullException.ThrowIfNull(features);
        if (features.Width != width)
        {
            throw new PanameDataException(FormattableString.Invariant($"The model was fitted on rows of {width} features, not {features.Width}."));
        }
    }
}
