using Paname.Attacks.Signals;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Shadows;

/// <summary>How well a model fits the audited records it was trained on, and those it was not.</summary>
/// <param name="TrainedOn">How many audited records it was trained on; 0 for an offline shadow model.</param>
/// <param name="HeldOut">How many it was not trained on.</param>
/// <param name="TrainingAccuracy">The share of the former it classifies rightly; <see langword="null"/> when there are none, or its outputs are not known.</param>
/// <param name="HeldOutAccuracy">The same of the latter.</param>
/// <param name="TrainingLoss">The mean cross-entropy loss on the former, in nats; <see langword="null"/> when there are none, or the signals do not tell it.</param>
/// <param name="HeldOutLoss">The same on the latter.</param>
public sealed record ShadowFit(int TrainedOn, int HeldOut, double? TrainingAccuracy, double? HeldOutAccuracy, double? TrainingLoss, double? HeldOutLoss)
{
    /// <summary>The target's fit: members are what it was trained on.</summary>
    /// <param name="observations">What was observed.</param>
    /// <param name="outputs">The target's outputs on the audited records, members first.</param>
    /// <param name="labels">The true class of each.</param>
    /// <param name="members">How many of the records are members.</param>
    /// <returns>The fit.</returns>
    public static ShadowFit OfTarget(ShadowObservations observations, TargetOutputs outputs, IReadOnlyList<int> labels, int members)
    {
        ArgumentNullException.ThrowIfNull(observations);
        ArgumentNullException.ThrowIfNull(outputs);
        ArgumentNullException.ThrowIfNull(labels);
        bool[] trained = [.. Enumerable.Range(0, observations.Target.Records).Select(record => record < members)];
        return Of(trained, Correct(outputs, labels), observations.Target, 0);
    }

    /// <summary>The fit of each shadow model.</summary>
    /// <param name="observations">What was observed.</param>
    /// <param name="labels">The true class of each audited record.</param>
    /// <returns>One fit per model, in their order.</returns>
    public static IReadOnlyList<ShadowFit> OfShadows(ShadowObservations observations, IReadOnlyList<int> labels)
    {
        ArgumentNullException.ThrowIfNull(observations);
        ArgumentNullException.ThrowIfNull(labels);
        return [.. Enumerable.Range(0, observations.Shadows.Models).Select(model => Of(
            observations.Inclusion.Of(model), observations.Outputs is { } outputs ? Correct(outputs[model], labels) : null, observations.Shadows, model))];
    }

    private static ShadowFit Of(ReadOnlySpan<bool> trained, double[]? correct, ShadowSignals signals, int model)
    {
        double[]? losses = signals.Scale == SignalScale.ScaledLogit ? Losses(signals, model) : null;
        return new ShadowFit(
            trained.Count(true), trained.Count(false), Mean(correct, trained, true), Mean(correct, trained, false), Mean(losses, trained, true), Mean(losses, trained, false));
    }

    /// <summary>1 where the predicted class is the true one; <see langword="null"/> when the outputs do not tell, as a signal of several classes does not.</summary>
    private static double[]? Correct(TargetOutputs outputs, IReadOnlyList<int> labels)
    {
        if (labels.Count != outputs.Count || Signal.Correctness.Unavailable(new AttackerView(outputs.Kind, outputs.Classes, Labels: true)) is not null)
        {
            return null;
        }

        var correct = new double[outputs.Count];
        Signal.Correctness.Compute(outputs, [.. labels], correct);
        return correct;
    }

    /// <summary>Of the record itself, which is the first view.</summary>
    private static double[] Losses(ShadowSignals signals, int model)
    {
        var losses = new double[signals.Records];
        for (int record = 0; record < losses.Length; record++)
        {
            losses[record] = LogOdds.ToLoss(signals.Row(record)[model * signals.Views]);
        }

        return losses;
    }

    private static double? Mean(double[]? values, ReadOnlySpan<bool> trained, bool side)
    {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < values?.Length; i++)
        {
            if (trained[i] == side)
            {
                sum += values[i];
                count++;
            }
        }

        return count == 0 ? null : sum / count;
    }
}
