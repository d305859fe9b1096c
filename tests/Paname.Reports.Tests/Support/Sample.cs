using MathNet.Numerics.Random;

namespace Paname.Reports.Tests.Support;

/// <summary>Audits and histories as real ones are formed, from seeded numbers.</summary>
internal static class Sample
{
    internal const int Members = 400;

    internal static AuditReport Audit(int attacks = 6, int seed = 1, string target = "credit.onnx", string? name = null) => new()
    {
        Key = FormattableString.Invariant($"key-{seed}"),
        Subject = new ReportSubject
        {
            Target = target,
            TargetFingerprint = new string('a', 64),
            DataFingerprint = new string('d', 64),
            Members = Members,
            NonMembers = Members,
            MemberAccuracy = .8125,
            NonMemberAccuracy = .79,
            Parameters = 1234,
            Shadows = "16 shadow models trained on halves",
        },
        Run = new ReportRun
        {
            AttackSet = "standard/1",
            Seed = 20240917,
            Started = new DateTimeOffset(2026, 11, 22, 9, 5, 0, TimeSpan.Zero),
            Duration = TimeSpan.FromSeconds(83.4),
            PanameVersion = "0.1.0",
            Runtime = ".NET 10.0.1",
            Platform = "linux-x64",
            By = "build-bot",
            Commit = "0123456789abcdef0123456789abcdef01234567",
            BuildUrl = "https://build.example/run/1?a=1&b=2",
        },
        Attacks =
        [
            .. Enumerable.Range(0, attacks).Select(i => Attack(name is not null && i == 0 ? name : AttackName(i), .05 + (.15 * (i % 5)), (100 * seed) + i)),
            new ReportAttack { Name = "GradientNorm", Source = "Nasr et al. (2019)", NotApplicable = "needs gradients" },
            new ReportAttack { Name = "BoundaryDistance", Source = "Choquette-Choo et al. (2021)", NotRun = "the time budget was used up" },
        ],
        Controls =
        [
            new ReportControl("positive", "passed", "a planted leak with an AUC of .6 was found") { Attack = "Loss" },
            new ReportControl("null", "failed", "z = 4.1 between halves of the non-members") { Attack = "Loss" },
            new ReportControl("blind", "not run", "no features"),
        ],
        Findings = [new AuditFinding("the split is shifted", BlocksPass: true) { BlocksFail = true }, new AuditFinding("records in both files", BlocksPass: false)],
        Gates =
        [
            Gate("auc", .55, "Pass", true),
            Gate("auc", .52, "Inconclusive", false),
            Gate("tpr@0.01", .03, "Fail", false),
            Gate("baseline", null, "Worse", false) with { Kind = "baseline", Evidence = null },
        ],
        Utility = [new UtilityMetric("accuracy", .8125) { StandardError = .012 }, new UtilityMetric("log loss", .4) { HigherIsBetter = false }],
        Coverage =
        [
            new ReportCoverage("i-membership", "tested", "Loss, LiRA"),
            new ReportCoverage("i-attribute", "not tested", "no attack of this family was run"),
            new ReportCoverage("iii", "not applicable", "the model generates no text"),
        ],
    };

    internal static ReportGate Gate(string metric, double? limit, string verdict, bool holds) => new()
    {
        Test = "CreditPrivacyTests.Stays_hidden",
        Framework = "xUnit",
        Kind = "limit",
        Metric = metric,
        Limit = limit,
        Evidence = "UpperBound",
        Verdict = verdict,
        Holds = holds,
        Attack = "Loss",
        Estimate = .5312,
        Lower = .5101,
        Upper = .5523,
        Message = $"Said by the test about {metric}.",
        File = "tests/CreditPrivacyTests.cs",
        Line = 12,
    };

    internal static IReadOnlyList<HistoryEntry> History(int runs = 12, int changeAt = 6, double change = .06, string target = "credit.onnx")
    {
        var random = new MersenneTwister(5, true);
        return
        [
            .. Enumerable.Range(0, runs).Select(i =>
            {
                double auc = .53 + (i >= changeAt ? change : 0) + (.006 * ((2 * random.NextDouble()) - 1));
                double tpr = .02 + (.004 * random.NextDouble());
                return new HistoryEntry
                {
                    Time = new DateTimeOffset(2026, 10, 1, 6, 0, 0, TimeSpan.Zero).AddDays(3 * i),
                    Commit = FormattableString.Invariant($"{i:x2}23456789abcdef"),
                    Target = target,
                    TargetFingerprint = FormattableString.Invariant($"{i:x64}"),
                    DataFingerprint = new string('d', 64),
                    AttackSet = "standard/1",
                    Seed = i < 3 ? 1 : 2,
                    PanameVersion = "0.1.0",
                    Metrics = new Dictionary<string, HistoryMetric>
                    {
                        ["Loss auc"] = new(auc, auc - .015, auc + .015, .009),
                        ["LiRA auc"] = new(auc + .02, auc + .005, auc + .035, .009),
                        ["Loss tpr@0.01"] = new(tpr, tpr / 2, 2 * tpr, .003),
                    },
                    Utility = [new UtilityMetric("accuracy", .78 + (.002 * i) + (.01 * random.NextDouble()))],
                };
            }),
        ];
    }

    private static string AttackName(int i) => new[] { "Loss", "Entropy", "LiRA", "Rmia", "ModifiedEntropy", "Qmia" }[i % 6] + (i < 6 ? string.Empty : FormattableString.Invariant($"{i}"));

    private static ReportAttack Attack(string name, double shift, int seed)
    {
        var random = new MersenneTwister(seed, true);
        double[] members = [.. Enumerable.Range(0, Members).Select(_ => Normal(random) + shift).Order()];
        double[] others = [.. Enumerable.Range(0, Members).Select(_ => Normal(random)).Order()];
        double auc = members.Average(member => others.Count(other => other < member) / (double)Members);
        double[] edges = [.. Enumerable.Range(0, 25).Select(i => -4 + (i / 3.0))];
        return new ReportAttack
        {
            Name = name,
            Source = "Yeom et al.: Privacy Risk in Machine Learning (2018)",
            Aliases = ["Confidence"],
            Notes = ["16 shadow models", "pooled variance"],
            UsesShadows = true,
            IsGraded = true,
            Members = Members,
            NonMembers = Members,
            Metrics =
            [
                new ReportMetric("auc", "AUC", auc, auc - .034, auc + .034, .02),
                new ReportMetric("tpr@0.01", "TPR at 1 % FPR", .021, .008, .041, .005),
            ],
            Roc = Roc(members, others),
            Histogram = new ReportHistogram(edges, Count(members, edges), Count(others, edges)),
            MostExposed = [.. Enumerable.Range(0, 5).Select(i => FormattableString.Invariant($"train#{(i * 37) + 4}"))],
        };
    }

    private static ReportRocPoint[] Roc(double[] members, double[] others)
        => [.. Enumerable.Range(0, Members + 1).Select(rank =>
        {
            double threshold = rank == 0 ? double.PositiveInfinity : others[Members - rank];
            double tpr = members.Count(member => member >= threshold) / (double)Members;
            return rank is 4 or 40 ? new ReportRocPoint(rank / (double)Members, tpr, Math.Max(0, tpr - .02), Math.Min(1, tpr + .03)) : new ReportRocPoint(rank / (double)Members, tpr);
        })];

    private static int[] Count(double[] scores, double[] edges)
        => [.. Enumerable.Range(0, edges.Length - 1).Select(bin => scores.Count(score => score >= edges[bin] && score < edges[bin + 1]))];

    private static double Normal(MersenneTwister random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
