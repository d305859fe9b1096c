using Paname.Attacks.Data;
using Paname.Attacks.Membership;
using Paname.Attacks.Metrics;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Shadows;

/// <summary>
/// Each shadow model in turn as the target, attacked with the others: how much the leak varies from one trained model to the next, without training any more
/// (leave-one-out as in Aerni, Zhang, Tramèr, "Evaluations of Machine Learning Privacy Defenses are Misleading", 2024).
/// </summary>
/// <remarks>
/// The target's complement is left out with it. Kept, it would leak membership: inclusion is exactly balanced, so each member would have one model fewer that was trained on it than
/// each non-member, and an attack that learned nothing would show an AUC of 0.41, 0.48 or 0.49 with 4, 10 or 16 models. Without it every record keeps as many models on either side.
/// </remarks>
public static class ShadowReuse
{
    private const int FewestModels = 4;

    /// <summary>Why these models cannot take turns as the target, as "needs ..."; <see langword="null"/> when they can.</summary>
    /// <param name="inclusion">Which shadow model was trained on which audited record.</param>
    /// <returns>The reason, or <see langword="null"/>.</returns>
    public static string? Unavailable(InclusionMask inclusion)
    {
        ArgumentNullException.ThrowIfNull(inclusion);
        return Reason(inclusion, ComplementaryPairs.Find(inclusion));
    }

    /// <summary>Gives each shadow model as a target, in their order; each is built when it is asked for.</summary>
    /// <param name="shadows">What the shadow models say; the target's own signals are not read.</param>
    /// <returns>As many targets as there are models.</returns>
    /// <exception cref="PanameDataException">The models are not in complementary pairs, or too few: <see cref="Unavailable"/>.</exception>
    public static IEnumerable<ReusedTarget> Targets(ShadowObservations shadows)
    {
        ArgumentNullException.ThrowIfNull(shadows);
        int[] complements = ComplementaryPairs.Find(shadows.Inclusion);
        if (Reason(shadows.Inclusion, complements) is { } reason)
        {
            throw new PanameDataException($"Shadow models cannot take turns as the target: {reason}.");
        }

        return Enumerable.Range(0, complements.Length).Select(model => Target(shadows, model, complements[model]));
    }

    /// <summary>Attacks every shadow model in turn and gathers one metric.</summary>
    /// <param name="attack">The attack. It has two shadow models fewer than against the target itself.</param>
    /// <param name="audit">The audited records: their shadow models, labels and groups. The target's own outputs are not read.</param>
    /// <param name="metric">The metric, on the records the attack may be judged on.</param>
    /// <param name="run">Seed, threads, progress and cancellation; each target's seed follows from it, the attack's name and the model's number.</param>
    /// <returns>The metric of each model.</returns>
    /// <exception cref="PanameDataException">There are no shadow models, they are not in complementary pairs, or the attack cannot run against one of them.</exception>
    public static ModelSpread Spread(IMembershipAttack attack, MembershipObservations audit, LeakMetric metric, AttackRun run)
    {
        ArgumentNullException.ThrowIfNull(attack);
        ArgumentNullException.ThrowIfNull(audit);
        ArgumentNullException.ThrowIfNull(metric);
        ArgumentNullException.ThrowIfNull(run);
        ShadowObservations shadows = audit.Shadows
            ?? throw new PanameDataException("There are no shadow models to take turns as the target. Give the audit shadow models trained in complementary pairs.");
        List<double> values = [];
        bool shared = false;
        foreach (ReusedTarget target in Targets(shadows))
        {
            run.CancellationToken.ThrowIfCancellationRequested();
            MembershipObservations observations = target.Observe(audit.Labels, audit.Groups);
            if (attack.NotApplicable(observations.View) is { } reason)
            {
                throw new PanameDataException($"{attack.Name} cannot run against a shadow model in the place of the target: {reason}.");
            }

            shared |= attack.NotApplicable(observations.View with { Shadows = null }) is not null;
            AttackRun own = AttackRun.Of(run.Seed, FormattableString.Invariant($"{attack.Name}/{target.Model}"), run.CancellationToken) with { Threads = run.Threads };
            values.Add(metric.Estimate(attack.Score(observations, own).Sample(observations), seed: own.Seed).Value);
            run.Progress?.Report((double)values.Count / shadows.Inclusion.Models);
        }

        return new ModelSpread(attack.Name, metric, [.. values], shared);
    }

    private static string? Reason(InclusionMask inclusion, int[] complements)
    {
        int alone = Array.IndexOf(complements, -1);
        if (alone >= 0)
        {
            int count = complements.Count(static c => c < 0);
            return FormattableString.Invariant(
                $"needs shadow models in complementary pairs, and {count} of {complements.Length} (the first: model {alone + 1}) has no other that was trained on exactly the audited records it was not. ")
                + "Without the complement to leave out, the count of models trained on a record would tell members from non-members; train them in pairs, or select the models that are";
        }

        if (complements.Length < FewestModels)
        {
            return FormattableString.Invariant($"needs {FewestModels} shadow models at least, so that some are left beside the one in the place of the target and its complement; there are {complements.Length}");
        }

        for (int m = 0; m < inclusion.Models; m++)
        {
            if (!inclusion.Of(m).Contains(true))
            {
                return FormattableString.Invariant($"needs members and non-members for each model; model {m + 1} was trained on no audited record, its complement on all of them");
            }
        }

        return null;
    }

    private static ReusedTarget Target(ShadowObservations shadows, int model, int complement)
    {
        int[] records = [.. Split(shadows.Inclusion, model, true), .. Split(shadows.Inclusion, model, false)];
        int members = shadows.Inclusion.Of(model).Count(true);
        int[] others = [.. Enumerable.Range(0, shadows.Inclusion.Models).Where(m => m != model && m != complement)];
        ShadowSignals signals = ReusedSignals.Select(shadows.Shadows, [model], records);
        int[]? kept = Population(shadows.Population, model);
        ShadowObservations observations = new(signals, ReusedSignals.Select(shadows.Shadows, others, records), shadows.Inclusion.Select(others, records))
        {
            Outputs = shadows.Outputs is { } all ? [.. others.Select(m => ObservationSelection.Outputs(all[m], records))] : null,
            Population = kept is null ? null : Population(shadows.Population!, model, others, kept),
        };
        TargetOutputs outputs = shadows.Outputs is null ? ReusedSignals.Outputs(signals) : ObservationSelection.Outputs(shadows.Outputs[model], records);
        return new ReusedTarget(model, complement, members, records, outputs, observations, kept);
    }

    private static IEnumerable<int> Split(InclusionMask inclusion, int model, bool trainedOn) =>
        Enumerable.Range(0, inclusion.Records).Where(record => inclusion[model, record] == trainedOn);

    // A population record this model was trained on would be a member: it is no reference for non-members.
    private static int[]? Population(PopulationSignals? population, int model)
    {
        if (population is null)
        {
            return null;
        }

        int[] kept = [.. Enumerable.Range(0, population.Count).Where(record => population.Inclusion is null || !population.Inclusion[model, record])];
        return kept.Length == 0 ? null : kept;
    }

    private static PopulationSignals Population(PopulationSignals population, int model, int[] others, int[] kept) => new(
        ReusedSignals.Select(population.Shadows, [model], kept),
        ReusedSignals.Select(population.Shadows, others, kept),
        population.Inclusion?.Select(others, kept));
}
