using System.Globalization;
using Paname.Attacks.Data;
using Paname.Attacks.Membership;
using Paname.Attacks.Metrics;
using Paname.Attacks.Targets;
using Paname.Bench.Measuring;
using Paname.Onnx;
using Paname.Testing;

namespace Paname.Bench.Credit;

/// <summary>The steps of an audit of the sample's credit model, each timed: inference takes milliseconds, so everything else shows.</summary>
internal static class CreditAudit
{
    private const int Runs = 21;

    /// <summary>Median times after a warm-up.</summary>
    internal static StepTimes Median() => StepTimes.Median([.. Enumerable.Range(1, Runs).Select(Run)]);

    internal static StepTimes Run(int seed)
    {
        var times = new StepTimes();
        MembershipData data = times.Time("read both CSV files", ReadData);
        using OnnxClassifier model = times.Time("load the model", LoadModel);
        times.Time("fingerprint of the data", () => data.Fingerprint);
        times.Time("split hygiene", () => data.Hygiene);
        MembershipObservations observations = times.Time("score every record", () => Observe(model, data));
        double[][] scores = times.Time("attacks", () => Attack(observations));
        times.Time("AUC with bounds, each attack", () => Estimate(scores, observations.Members));

        AuditedMetric audited = new PrivacyAudits("bench", static _ => { }).Auc(model, data, new AuditOptions { Seed = seed });
        _ = audited.Audit;
        times.Time("p-values, verdict and its text", () => audited.Judge(.55));
        times.Time("whole test, files to verdict", () => Whole(seed));
        return times;
    }

    internal static void WriteTimes(TextWriter to, StepTimes times)
    {
        foreach ((string step, double milliseconds) in times.Steps)
        {
            to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{step}\t{milliseconds:R}"));
        }
    }

    internal static MembershipData ReadData()
        => MembershipData.FromCsv(BenchInput.PathOf(BenchInput.CreditMembers), BenchInput.PathOf(BenchInput.CreditNonMembers), label: "Bad", id: "Id");

    internal static OnnxClassifier LoadModel() => OnnxClassifier.Load(BenchInput.PathOf(BenchInput.Credit));

    internal static MembershipObservations Observe(OnnxClassifier model, MembershipData data)
    {
        int members = data.Members.Count;
        var outputs = new double[(members + data.NonMembers.Count) * model.Classes];
        ClassifierScorer.Score(model, data.Members.Records, outputs.AsSpan(0, members * model.Classes), null, CancellationToken.None);
        ClassifierScorer.Score(model, data.NonMembers.Records, outputs.AsSpan(members * model.Classes), null, CancellationToken.None);
        return new(new TargetOutputs(model.OutputKind, model.Classes, outputs), [.. data.Members.Labels, .. data.NonMembers.Labels], members);
    }

    private static double[][] Attack(MembershipObservations observations)
        =>
        [
            .. AttackSet.Smoke.Attacks
                .Where(attack => attack.NotApplicable(observations.View) is null)
                .Select(attack => attack.Score(observations, new AttackRun(1)).Values.ToArray()),
        ];

    private static BoundedEstimate[] Estimate(double[][] scores, int members)
        => [.. scores.Select(own => Auc.Estimate(ScoreSample.Create(own.AsSpan(0, members), own.AsSpan(members))))];

    // A second seed: the audit above must not answer from the cache.
    private static Verdict Whole(int seed)
    {
        using OnnxClassifier model = LoadModel();
        return new PrivacyAudits("bench", static _ => { }).Auc(model, ReadData(), new AuditOptions { Seed = -seed }).Judge(.55);
    }
}
