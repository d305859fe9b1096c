namespace Paname.Attacks.Shadows;

/// <summary>Whether the target fits its records as its shadow models fit theirs. Shadow models that were trained longer, shorter or otherwise calibrate attacks wrongly.</summary>
/// <param name="Level">The judgement.</param>
/// <param name="Sentence">What differs, with the numbers; empty when nothing does.</param>
/// <remarks>
/// A number of the target differs when it lies outside the 99.7 % prediction interval of the shadow models' (Student's t; never narrower than a binomial share on as many records is),
/// and by enough to matter: accuracies by more than 0.02, mean losses by a factor of more than 1.5. Then it is a <see cref="ShadowMismatchLevel.Warning"/>. It is
/// <see cref="ShadowMismatchLevel.Gross"/> when held-out accuracy, or training accuracy less held-out accuracy, differs by more than 0.10, or the mean training loss by a factor of 10 beside an accuracy.
/// The rule is the project's own; no source gives one.
/// </remarks>
public sealed record ShadowMismatch(ShadowMismatchLevel Level, string Sentence)
{
    private const double Accuracy = 0.02;
    private const double GrossAccuracy = 0.1;
    private const double Factor = 1.5;
    private const double GrossFactor = 10;

    // Losses below it are all the same: float32 logits resolve no less.
    private const double LeastLoss = 1e-9;

    /// <summary>Judges the fit of shadow models.</summary>
    /// <param name="target">The target's fit.</param>
    /// <param name="shadows">The shadow models' fits, 2 at least.</param>
    /// <returns>The judgement; <see cref="ShadowMismatchLevel.None"/> when nothing can be compared.</returns>
    public static ShadowMismatch Judge(ShadowFit target, IReadOnlyList<ShadowFit> shadows)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(shadows);
        ArgumentOutOfRangeException.ThrowIfLessThan(shadows.Count, 2, nameof(shadows));
        FitDifference? training = FitDifference.Of("accuracy on training records", target.TrainingAccuracy, shadows.Select(fit => fit.TrainingAccuracy), target.TrainedOn);
        FitDifference? heldOut = FitDifference.Of("accuracy on held-out records", target.HeldOutAccuracy, shadows.Select(fit => fit.HeldOutAccuracy), target.HeldOut);
        FitDifference? gap = FitDifference.Of("training less held-out accuracy", Gap(target), shadows.Select(Gap), Math.Min(target.TrainedOn, target.HeldOut));
        FitDifference? trainingLoss = FitDifference.OfLosses("mean loss on training records", target.TrainingLoss, shadows.Select(fit => fit.TrainingLoss), LeastLoss);
        FitDifference? heldOutLoss = FitDifference.OfLosses("mean loss on held-out records", target.HeldOutLoss, shadows.Select(fit => fit.HeldOutLoss), LeastLoss);

        FitDifference[] accuracies = [.. new[] { training, heldOut, gap }.OfType<FitDifference>().Where(difference => difference.Exceeds(Accuracy))];
        FitDifference[] losses = [.. new[] { trainingLoss, heldOutLoss }.OfType<FitDifference>().Where(difference => difference.Exceeds(Math.Log(Factor)))];
        if (accuracies.Length == 0 && losses.Length == 0)
        {
            return new ShadowMismatch(ShadowMismatchLevel.None, string.Empty);
        }

        bool gross = heldOut?.Exceeds(GrossAccuracy) == true || gap?.Exceeds(GrossAccuracy) == true
            || (accuracies.Length > 0 && trainingLoss?.Exceeds(Math.Log(GrossFactor)) == true);
        string differences = string.Join("; ", accuracies.Concat(losses).Select(difference => difference.Text));
        string meaning = gross ? "attacks with them that find nothing show nothing (a leak that they prove stands)" : "attacks with them may be weaker than they could be";
        return new ShadowMismatch(
            gross ? ShadowMismatchLevel.Gross : ShadowMismatchLevel.Warning,
            $"the target fits its records otherwise than its {shadows.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)} shadow models, so {meaning}: {differences}");
    }

    private static double? Gap(ShadowFit fit) => fit.TrainingAccuracy - fit.HeldOutAccuracy;
}
