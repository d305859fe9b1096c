using System.Globalization;
using Paname.Attacks.Data;
using Paname.Attacks.Membership;
using Paname.Attacks.Targets;
using Paname.Bench.Credit;
using Paname.Bench.Measuring;
using Paname.Onnx;

namespace Paname.Bench.Membership;

/// <summary>What the attacks that learn, or ask the target again, take on the sample's credit model.</summary>
internal static class CreditAttacks
{
    private const int Runs = 3;

    internal static void Write(TextWriter to)
    {
        MembershipData data = CreditAudit.ReadData();
        using OnnxClassifier model = CreditAudit.LoadModel();
        MembershipObservations observed = CreditAudit.Observe(model, data);
        var observations = new MembershipObservations(observed.Outputs, observed.Labels, observed.Members)
        {
            Access = new QueryAccess(model, data.Members.Records.Concat(data.NonMembers.Records)),
        };
        TextTable.Write(to,
        [
            ["credit model, 2,200 + 2,200 records: attack", "seconds"],
            Row("AttackClassifier (random forest, cross-fitted)", LearnedAttacks.Classifier(), observations),
            Row("QMIA (boosted quantiles, cross-fitted)", LearnedAttacks.QuantileRegression(), observations),
            Row("BoundaryDistance, 250 + 250 records asked about (default)", QueryAttacks.BoundaryDistance(), observations),
            Row("BoundaryDistance, all records asked about", QueryAttacks.BoundaryDistance(new BoundaryDistanceOptions { MaxRecordsPerSide = 2_200 }), observations, runs: 1),
        ]);
    }

    private static string[] Row(string what, IMembershipAttack attack, MembershipObservations observations, int runs = Runs)
    {
        double milliseconds = Repeated.Median(runs, () => LiraBench.Score(attack, observations), warmUps: Math.Min(1, runs - 1));
        return [what, (milliseconds / 1000).ToString("F2", CultureInfo.InvariantCulture)];
    }
}
