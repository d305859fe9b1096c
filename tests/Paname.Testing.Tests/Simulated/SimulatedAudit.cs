using Paname.Attacks.Data;
using Paname.Attacks.Learning;
using Paname.Attacks.Membership;
using Paname.Attacks.Shadows;
using Paname.Attacks.Targets;
using Paname.Attacks.Tests.Membership.Simulated;
using Paname.Testing.Tests.Support;

namespace Paname.Testing.Tests.Simulated;

/// <summary>Audits of a simulated world along the whole path from a live target and a source of shadow models to the verdict.</summary>
internal static class SimulatedAudit
{
    /// <summary>The standard attacks and two more that read shadow models; the forest is small unless replicates are asked for.</summary>
    internal static AttackSet Ten { get; } = new(
        "ten/1",
        [
            .. AttackSet.Standard.Attacks.Where(attack => attack.Name != "AttackClassifier"),
            SimulationReplicates.AreGiven
                ? LearnedAttacks.Classifier()
                : LearnedAttacks.Classifier(new() { Learner = Learners.RandomForest(new() { Trees = 15, MaxDepth = 5, MinLeaf = 10, MinSplit = 20 }) }),
            ShadowAttacks.AttackR,
            LearnedAttacks.ShadowThreshold,
        ]);

    internal static AuditedMetric Auc(SimulatedWorld world, int perSide, int seed, bool controls)
    {
        double[] values = ((RecordField<double>)world.Records.Fields[0]).Values.ToArray();
        int half = values.Length / 2;
        int[] labels = [.. world.Labels];
        var data = MembershipData.FromArrays<double>(values.AsMemory(0, half), labels[..perSide], values.AsMemory(half), labels[perSide..], [SimulatedPopulation.Features]);
        var setup = new MembershipSetup(world.Target, data) { Shadows = new Source(world) };
        return new Gate().Audits.Auc(setup, new AuditOptions { Tier = AttackTier.Standard, Set = Ten, Controls = controls, Seed = seed });
    }

    private sealed class Source(SimulatedWorld world) : IShadowSource
    {
        public string Description => "simulated shadow models";

        public string? Fingerprint => null;

        public ShadowObservations Observe(ShadowRequest request) => world.Shadows;
    }
}
