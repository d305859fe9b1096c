using Paname.Attacks.Data;
using Paname.Attacks.Shadows;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Tests.Shadows;

/// <summary>Made-up records of two numbers and two classes, and a model that remembers what it was trained on.</summary>
internal static class ShadowFixtures
{
    internal static LabelledRecords Records(int count, int from, IReadOnlyList<string>? groups = null)
        => new(
            Attacks.Data.Records.FromArray<double>(Enumerable.Range(from, count).SelectMany(i => new double[] { i, 1 }).ToArray(), 2),
            [.. Enumerable.Range(from, count).Select(i => i % 2)],
            groups: groups);

    internal static MembershipData Audited(int members = 10, int nonMembers = 10) => new(Records(members, 0), Records(nonMembers, members));

    /// <summary>Logits that tell whether a record was trained on, and with which seed.</summary>
    internal static DelegateClassifier Memory(LabelledRecords trained, int seed)
    {
        HashSet<double> known = [.. FeatureMatrix.Of(trained.Records).Values.ToArray().Where((_, i) => i % 2 == 0)];
        return DelegateClassifier.FromRows(OutputKind.Logits, 2, row =>
        {
            double sure = (known.Contains(row[0]) ? 4 : 1) + (seed % 1000 / 1e6);
            return row[0] % 2 == 0 ? [sure, 0] : [0, sure];
        });
    }

    internal static ShadowRequest Request(MembershipData data, int seed = 1)
    {
        IClassifier target = Memory(data.Members, 0);
        Attacks.Data.Records audited = data.Members.Records.Concat(data.NonMembers.Records);
        var outputs = new double[audited.Count * 2];
        ClassifierScorer.Score(target, audited, outputs, null, default);
        return new ShadowRequest(new TargetOutputs(OutputKind.Logits, 2, outputs), [.. data.Members.Labels, .. data.NonMembers.Labels], data.Members.Count, seed) { Target = target, Data = data };
    }

    internal static bool[] Flags(InclusionMask mask, int model) => mask.Of(model).ToArray();
}
