using Paname.Attacks.Data;

namespace Paname.Attacks.Shadows;

/// <summary>Which shadow model is trained on which records, and with which seed. It holds positions and hashes, no value of a record, and can be saved, so that others can train the models.</summary>
/// <remarks>
/// Models 2i and 2i + 1 are a complementary pair: what one is trained on, the other is not. So every record is in exactly half of the models, and records of one group stay together.
/// Balanced halves are not fair coins: within a model, and between the two of a pair, inclusions depend on one another. What takes one model's place as a target must leave its
/// complement out too, and audits that count on independent coins (one-run auditing of differential privacy) cannot use such a plan.
/// The first models of a plan are the same, whatever its number of models.
/// </remarks>
public sealed partial class ShadowPlan
{
    internal ShadowPlan(ShadowKind kind, IReadOnlyList<int> seeds, InclusionMask inclusion, InclusionMask? populationInclusion, string data, string? population)
    {
        Kind = kind;
        Seeds = seeds;
        Inclusion = inclusion;
        PopulationInclusion = populationInclusion;
        DataFingerprint = data;
        PopulationFingerprint = population;
    }

    /// <summary>What the models are trained on.</summary>
    public ShadowKind Kind { get; }

    /// <summary>How many models there are: 2 at least, an even number when <see cref="ShadowKind.Online"/>.</summary>
    public int Models => Seeds.Count;

    /// <summary>The seed of each model, 0 at least.</summary>
    public IReadOnlyList<int> Seeds { get; }

    /// <summary>Which model is trained on which audited record, by position: members in their order, then non-members. No one is, when <see cref="ShadowKind.Offline"/>.</summary>
    public InclusionMask Inclusion { get; }

    /// <summary>Which model is trained on which population record, by position; <see langword="null"/> when <see cref="ShadowKind.Online"/>.</summary>
    public InclusionMask? PopulationInclusion { get; }

    /// <summary>The <see cref="MembershipData.Fingerprint"/> of the audited records.</summary>
    public string DataFingerprint { get; }

    /// <summary>The <see cref="LabelledRecords.Fingerprint"/> of the population records; <see langword="null"/> when none are trained on.</summary>
    public string? PopulationFingerprint { get; }

    /// <summary>Draws halves of the audited records.</summary>
    /// <param name="data">The audited records; where both sides have groups, each group stays together.</param>
    /// <param name="models">How many models: an even number, 2 at least.</param>
    /// <param name="seed">Decides halves and seeds.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="models"/> is odd or below 2.</exception>
    /// <exception cref="PanameDataException">Fewer than 4 records, or a single group.</exception>
    public static ShadowPlan Online(MembershipData data, int models, int seed)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfLessThan(models, 2);
        if (models % 2 != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(models), models, "Online shadow models are trained in complementary pairs: give an even number of models.");
        }

        int[] units = PlanDraw.Units(data);
        PlanDraw.RequireHalves(units, "audited");
        InclusionMask inclusion = PlanDraw.Halves(units, models, seed);
        return new ShadowPlan(ShadowKind.Online, PlanDraw.Seeds(models, seed), inclusion, null, data.Fingerprint, null);
    }

    /// <summary>Draws parts of a population.</summary>
    /// <param name="data">The audited records, on which no model is trained.</param>
    /// <param name="population">Records from the same source, neither audited nor in the target's training set. Where they have groups, each group stays together.</param>
    /// <param name="models">How many models, 2 at least.</param>
    /// <param name="seed">Decides parts and seeds.</param>
    /// <param name="share">The share of the population each model is trained on, above 0 and below 1. Default 0.5: complementary halves. The two models of a pair overlap no more than the share makes them.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="models"/> is below 2, or <paramref name="share"/> outside its range.</exception>
    /// <exception cref="PanameDataException">Fewer than 4 population records, a single group, or a share that leaves a model without records or without any left out.</exception>
    public static ShadowPlan Offline(MembershipData data, LabelledRecords population, int models, int seed, double share = 0.5)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(population);
        ArgumentOutOfRangeException.ThrowIfLessThan(models, 2);
        ShadowOptions.CheckShare(share, nameof(share));
        int[] units = PlanDraw.Units(population.Groups, population.Count);
        PlanDraw.RequireHalves(units, "population");
        InclusionMask parts = share == 0.5 ? PlanDraw.Halves(units, models, seed) : PlanDraw.Parts(units, models, seed, share);
        int audited = data.Members.Count + data.NonMembers.Count;
        return new ShadowPlan(
            ShadowKind.Offline, PlanDraw.Seeds(models, seed), new InclusionMask(models, audited, new bool[checked(models * audited)]), parts, data.Fingerprint, population.Fingerprint);
    }

    /// <summary>Refuses other data than the plan was drawn for.</summary>
    /// <param name="data">The audited records.</param>
    /// <param name="population">The population records, where any are trained on.</param>
    /// <exception cref="PanameDataException">Other records, in another order, or with other labels, ids or groups.</exception>
    public void Require(MembershipData data, LabelledRecords? population = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Fingerprint != DataFingerprint)
        {
            throw new PanameDataException(FormattableString.Invariant(
                $"The shadow plan was drawn for other audited records (fingerprint {DataFingerprint[..12]}, {Inclusion.Records} records) than these ({data.Fingerprint[..12]}, {data.Members.Count + data.NonMembers.Count} records). Load the same records in the same order, or draw a new plan."));
        }

        if (PopulationInclusion is null)
        {
            return;
        }

        if (population is null)
        {
            throw new PanameDataException("The shadow plan trains on population records, and none are given. Set ShadowOptions.Population to the records it was drawn for.");
        }

        if (population.Fingerprint != PopulationFingerprint)
        {
            throw new PanameDataException(FormattableString.Invariant(
                $"The shadow plan was drawn for other population records ({PopulationInclusion.Records} of them) than these {population.Count}. Load the same records in the same order, or draw a new plan."));
        }
    }

    /// <summary>The records one model is trained on, in the order of the data: for training elsewhere.</summary>
    /// <param name="model">Zero-based.</param>
    /// <param name="data">The audited records the plan was drawn for.</param>
    /// <param name="population">The population records, where any are trained on.</param>
    /// <returns>New records that hold copies, with labels, without ids or groups.</returns>
    /// <exception cref="PanameDataException">Other data than the plan was drawn for.</exception>
    public LabelledRecords TrainingRecords(int model, MembershipData data, LabelledRecords? population = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(model);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(model, Models);
        Require(data, population);
        return ShadowPool.Of(this, data, population).TrainingRecords(model);
    }
}
