using Paname.Attacks.Signals;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Shadows.Reuse;

/// <summary>Copies the signals and outputs of chosen models and records into a new order.</summary>
internal static class ReusedSignals
{
    internal static ShadowSignals Select(ShadowSignals signals, ReadOnlySpan<int> models, ReadOnlySpan<int> records)
    {
        int views = signals.Views;
        double[] values = new double[checked(records.Length * models.Length * views)];
        int next = 0;
        foreach (int record in records)
        {
            ReadOnlySpan<double> row = signals.Row(record);
            foreach (int model in models)
            {
                row.Slice(model * views, views).CopyTo(values.AsSpan(next, views));
                next += views;
            }
        }

        return new ShadowSignals(signals.Scale, records.Length, models.Length, views, values);
    }

    internal static TargetOutputs Select(TargetOutputs outputs, ReadOnlySpan<int> records)
    {
        double[] values = new double[records.Length * outputs.Width];
        for (int i = 0; i < records.Length; i++)
        {
            outputs.Row(records[i]).CopyTo(values.AsSpan(i * outputs.Width));
        }

        return new TargetOutputs(outputs.Kind, outputs.Classes, values);
    }

    /// <summary>The losses that follow from one model's signals, or for scores that are no loss a decreasing function of them.</summary>
    internal static TargetOutputs Losses(ShadowSignals target)
    {
        double[] losses = new double[target.Records];
        for (int i = 0; i < losses.Length; i++)
        {
            double signal = target.Row(i)[0];
            losses[i] = target.Scale == SignalScale.Residual ? signal * signal / 2 : LogOdds.ToLoss(signal);
        }

        return new TargetOutputs(OutputKind.Losses, 1, losses);
    }
}
