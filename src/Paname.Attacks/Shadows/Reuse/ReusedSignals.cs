using Paname.Attacks.Signals;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Shadows;

/// <summary>Copies the signals of chosen models and records into a new order.</summary>
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

    /// <summary>What one model's signals say of its outputs: residuals, or the losses that follow; for scores that are no loss a decreasing function of them.</summary>
    internal static TargetOutputs Outputs(ShadowSignals target)
    {
        bool residuals = target.Scale == SignalScale.Residual;
        double[] values = new double[target.Records];
        for (int i = 0; i < values.Length; i++)
        {
            double signal = target.Row(i)[0];
            values[i] = residuals ? signal : LogOdds.ToLoss(signal);
        }

        return new TargetOutputs(residuals ? OutputKind.Residuals : OutputKind.Losses, 1, values);
    }
}
