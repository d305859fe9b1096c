using Paname.Attacks.Data;
using Paname.Attacks.Shadows;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Membership;

/// <summary>The parts of RMIA (Zarifzadeh, Liu, Shokri: "Low-Cost High-Power Membership Inference Attacks", 2024) beyond its ranking.</summary>
/// <remarks>The attack, <see cref="ShadowAttacks.Rmia"/>, ranks by the ratio pr(x) = p(x) / p-bar(x) itself. With one population for all records the paper's score, the share of
/// population records that x dominates, rises with that ratio: it ranks alike but for ties, which cost power at low false positive rates.</remarks>
public static class Rmia
{
    /// <summary>The paper's score: the share of population records z with pr(x) / pr(z) above gamma.</summary>
    /// <param name="shadows">Signals on the audited records and on a population.</param>
    /// <param name="options">Form, a and gamma.</param>
    /// <param name="cancellationToken">Stops between blocks of records.</param>
    /// <returns>One share per audited record, in steps of one over the population's size.</returns>
    /// <exception cref="PanameDataException">There is no population, or the signals do not allow the form.</exception>
    public static double[] Dominated(ShadowObservations shadows, RmiaOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(shadows);
        options ??= new RmiaOptions();
        options.Check();
        PopulationSignals population = shadows.Population
            ?? throw new PanameDataException("RMIA counts dominated population records, and there are none: give a population apart from the audited records.");
        (bool online, string? reason) = RmiaPlan.Of(new AttackerView(OutputKind.Losses, 1, Labels: true) { Shadows = shadows.View }, options);
        if (reason is not null)
        {
            throw new PanameDataException($"RMIA {reason}.");
        }

        if (!online && population.Inclusion is { } inclusion && inclusion.CountIn().Max() == inclusion.Models)
        {
            throw new PanameDataException("Every shadow model was trained on some population record; RMIA's offline form needs one that was not.");
        }

        var run = new AttackRun(0) { CancellationToken = cancellationToken };
        var reading = TrueClassProbability.Of(shadows.Shadows, shadows.Inclusion);
        double? a = RmiaPlan.Choose(shadows, online, options, reading, run).A;
        return Dominance.Shares(
            new ReferenceMeans(shadows.Shadows, shadows.Inclusion, reading).LogRatios(shadows.Target, a, run),
            new ReferenceMeans(population.Shadows, population.Inclusion, reading).LogRatios(population.Target, a, run),
            options.Gamma);
    }

    /// <summary>As <see cref="Dominated(ShadowObservations, RmiaOptions?, CancellationToken)"/>, from ratios: one sort of the population and a binary search per record.</summary>
    /// <param name="logRatios">log pr(x) of each record.</param>
    /// <param name="population">log pr(z) of each population record, one at least.</param>
    /// <param name="gamma">How many times z's ratio x's must exceed, strictly; above 0.</param>
    /// <returns>For each record the share of population records with log pr(x) - log pr(z) above log gamma.</returns>
    /// <exception cref="PanameDataException">There is no population record, or a ratio is NaN.</exception>
    public static double[] Dominated(ReadOnlySpan<double> logRatios, ReadOnlySpan<double> population, double gamma)
    {
        OptionRange.Above(gamma, 0, option: nameof(gamma));
        if (population.IsEmpty || logRatios.IndexOfNonFinite() >= 0 || population.IndexOfNonFinite() >= 0)
        {
            throw new PanameDataException("RMIA's ratios must be finite, with one population record at least.");
        }

        return Dominance.Shares(logRatios, population, gamma);
    }

    /// <summary>Tunes a of the offline form by attacking shadow models, whose members are known: of 0, 0.1, ..., 1 the one with the highest AUC, averaged over up to four of
    /// them; the lowest of equals. A model trained on exactly the complement of the attacked one's records is left out of its references.</summary>
    /// <param name="shadows">The shadow models' signals: records x models x views.</param>
    /// <param name="inclusion">Which model was trained on which record.</param>
    /// <param name="cancellationToken">Stops between blocks of records.</param>
    /// <returns>a, or <see langword="null"/> when no model was trained on some of the records and not on others.</returns>
    /// <exception cref="PanameDataException">The shapes differ, or signals are of a scale without probabilities.</exception>
    public static double? TuneOfflineA(ShadowSignals shadows, InclusionMask inclusion, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(shadows);
        ArgumentNullException.ThrowIfNull(inclusion);
        if (inclusion.Models != shadows.Models || inclusion.Records != shadows.Records || shadows.Scale == SignalScale.Score)
        {
            throw new PanameDataException("RMIA is tuned on scaled logits or residuals, with an inclusion mask of as many models and records.");
        }

        return OfflineTuning.Best(shadows, inclusion, TrueClassProbability.Of(shadows, inclusion), new AttackRun(0) { CancellationToken = cancellationToken });
    }
}
