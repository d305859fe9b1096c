using System.Numerics.Tensors;
using Paname.Attacks.Data;
using Paname.Attacks.Shadows;

namespace Paname.Attacks.Membership;

/// <summary>Attack-P of Ye, Maddi, Murakonda, Bindschaedler and Shokri, "Enhanced Membership Inference Attacks against Machine Learning Models" (2022): a record's loss against the
/// losses of population records that were not trained on.</summary>
/// <remarks>One threshold for all records: as an attack it ranks as <see cref="MembershipAttacks.Loss"/> does. What it adds is a p-value for each record.</remarks>
public static class AttackP
{
    /// <summary>The p-value of "the record is no member": (1 + population records with at most its loss) / (1 + population records). Several views are averaged first.</summary>
    /// <param name="shadows">The target's signals on the audited records and on a population.</param>
    /// <returns>One p-value per audited record, from 1 / (1 + population) to 1.</returns>
    /// <exception cref="PanameDataException">There is no population.</exception>
    public static double[] PValues(ShadowObservations shadows)
    {
        ArgumentNullException.ThrowIfNull(shadows);
        PopulationSignals population = shadows.Population
            ?? throw new PanameDataException("Attack-P compares with population records, and there are none: give a population apart from the audited records.");
        return PValues(MeanOverViews(shadows.Target), MeanOverViews(population.Target));
    }

    /// <summary>As <see cref="PValues(ShadowObservations)"/>, from signals that are higher for lower losses.</summary>
    /// <param name="signals">One per record.</param>
    /// <param name="population">One per population record, one at least.</param>
    /// <returns>One p-value per record.</returns>
    /// <exception cref="PanameDataException">There is no population record, or a signal is not finite.</exception>
    public static double[] PValues(ReadOnlySpan<double> signals, ReadOnlySpan<double> population)
    {
        if (population.IsEmpty || signals.IndexOfNonFinite() >= 0 || population.IndexOfNonFinite() >= 0)
        {
            throw new PanameDataException("Attack-P needs finite signals, with one population record at least.");
        }

        double[] sorted = population.ToArray();
        sorted.AsSpan().Sort();
        var values = new double[signals.Length];
        for (int i = 0; i < values.Length; i++)
        {
            int below = SortedSearch.Below(sorted, signals[i]);
            values[i] = (1.0 + sorted.Length - below) / (1 + sorted.Length);
        }

        return values;
    }

    private static double[] MeanOverViews(ShadowSignals target)
    {
        ShadowSignals signals = MemberSignals.Of(target);
        var means = new double[signals.Records];
        for (int record = 0; record < means.Length; record++)
        {
            means[record] = TensorPrimitives.Sum(signals.Row(record)) / signals.Views;
        }

        return means;
    }
}
