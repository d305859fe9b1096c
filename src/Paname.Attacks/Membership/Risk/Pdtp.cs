using Paname.Attacks.Data;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Membership.Risk;

/// <summary>
/// Pointwise differential training privacy: how far any prediction moves when one record is left out of training
/// (Long, Bindschaedler, Gunter: "Towards Measuring Membership Privacy", 2017).
/// </summary>
/// <remarks>Retraining moves predictions by itself, by its seed and order: compare with the value between two models trained on all the records. Only a deterministic
/// trainer shows the record's own part. The maximum is over the records and classes given, so it measures these, and is no bound.</remarks>
public static class Pdtp
{
    /// <summary>Compares a model with one trained without a record.</summary>
    /// <param name="trained">Probabilities of the model.</param>
    /// <param name="without">Probabilities of the other on the same records.</param>
    /// <param name="options">Bins and comparison; default <see langword="null"/>: the defaults.</param>
    /// <returns>The largest ratio or difference over all records and classes.</returns>
    /// <exception cref="PanameDataException">The outputs are no probabilities, or differ in records or classes.</exception>
    public static double Compare(TargetOutputs trained, TargetOutputs without, PdtpOptions? options = null)
    {
        Check(trained);
        Check(without);
        if (trained.Classes != without.Classes || trained.Count != without.Count || trained.Count == 0)
        {
            throw new PanameDataException("The two models' probabilities differ in records or classes, or there are none. Score the same records with both.");
        }

        options ??= new PdtpOptions();
        ReadOnlySpan<double> first = trained.Values.Span;
        ReadOnlySpan<double> second = without.Values.Span;
        bool ratio = options.Comparison == PdtpComparison.Ratio;
        double worst = 0;
        for (int i = 0; i < first.Length; i++)
        {
            double a = Centre(first[i], options.Bins);
            double b = Centre(second[i], options.Bins);
            worst = Math.Max(worst, ratio ? Math.Max(a / b, b / a) : Math.Abs(a - b));
        }

        return worst;
    }

    /// <summary>The PDTP of chosen records, the model being retrained without each.</summary>
    /// <param name="trained">Probabilities of the model.</param>
    /// <param name="records">Zero-based indices of the training records to leave out, one at a time.</param>
    /// <param name="retrain">Trains without the record of the first number and gives the probabilities on the same records as <paramref name="trained"/>. The second number
    /// counts the retrainings of one record from 0: a seed that depends on it, and not on the record, compares records fairly. Called on one thread.</param>
    /// <param name="options">Bins, comparison, retrainings; default <see langword="null"/>: the defaults.</param>
    /// <param name="cancellationToken">Stops between retrainings.</param>
    /// <returns>One value per record asked for, in their order.</returns>
    /// <exception cref="PanameDataException">As <see cref="Compare"/>.</exception>
    public static double[] Compute(
        TargetOutputs trained, IReadOnlyList<int> records, Func<int, int, TargetOutputs> retrain, PdtpOptions? options = null, CancellationToken cancellationToken = default)
    {
        Check(trained);
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(retrain);
        options ??= new PdtpOptions();
        double[] values = new double[records.Count];
        for (int i = 0; i < values.Length; i++)
        {
            for (int iteration = 0; iteration < options.Retrainings; iteration++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                values[i] += Compare(trained, retrain(records[i], iteration), options) / options.Retrainings;
            }
        }

        return values;
    }

    // Bins are open below and closed above; 0 belongs to the first. Comparing with b / bins puts bounds such as 0.07 where they are written; multiplying would not.
    private static double Centre(double probability, int bins)
    {
        int bin = Math.Clamp((int)(probability * bins), 0, bins - 1);
        while (bin > 0 && probability <= (double)bin / bins)
        {
            bin--;
        }

        while (bin < bins - 1 && probability > (bin + 1.0) / bins)
        {
            bin++;
        }

        return (bin + 0.5) / bins;
    }

    private static void Check(TargetOutputs outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        if (outputs.Kind != OutputKind.Probabilities)
        {
            throw new PanameDataException("PDTP compares probabilities. Give probabilities, the softmax of logits.");
        }
    }
}
