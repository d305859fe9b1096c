namespace Paname.Testing.Tests.Support;

/// <summary>Reports, gates and entries made by hand, every field filled.</summary>
internal static class Reported
{
    internal static AuditReport Report(string key = "credit-0123456789ab") => new()
    {
        Key = key,
        Subject = new ReportSubject
        {
            Target = "credit.onnx",
            TargetFingerprint = "aa",
            DataFingerprint = "bb",
            Members = 200,
            NonMembers = 210,
            MemberAccuracy = .9,
            NonMemberAccuracy = .1 + .2,
            Parameters = 1234,
            Shadows = "8 models",
        },
        Run = new ReportRun
        {
            AttackSet = "smoke/1",
            Seed = -3,
            Started = new DateTimeOffset(2026, 11, 22, 10, 11, 12, TimeSpan.Zero).AddTicks(1234567),
            Duration = TimeSpan.FromTicks(12345678),
            TimeBudget = TimeSpan.FromSeconds(90),
            PanameVersion = "0.1.0",
            Runtime = ".NET 10",
            Platform = "linux-x64",
            By = "Zoë",
            Commit = "0123",
            BuildUrl = "https://example.org/runs/1",
        },
        Attacks =
        [
            new ReportAttack
            {
                Name = "Loss",
                Source = "Yeom et al. (2018)",
                Aliases = ["Confidence"],
                Notes = ["one note"],
                UsesShadows = true,
                IsGraded = true,
                Members = 200,
                NonMembers = 210,
                Metrics = [new ReportMetric("auc", "AUC", 1 / 3d, .3, .4, 5e-324)],
                Roc = [new ReportRocPoint(0, 0), new ReportRocPoint(.01, .02, .001, 1), new ReportRocPoint(1, 1)],
                Histogram = new ReportHistogram([-1.5, 0, 1.5], [1, 2], [3, 4]),
                MostExposed = ["member 17"],
            },
            new ReportAttack { Name = "LiRA", Source = "Carlini et al. (2022)", NotApplicable = "needs shadow models" },
        ],
        Controls = [new ReportControl("positive", "passed", "found") { Attack = "Loss" }, new ReportControl("blind", "not run", "no features")],
        Findings = [new AuditFinding("note", BlocksPass: true) { BlocksFail = true, Attacks = ["Loss"] }],
        Utility = [new UtilityMetric("accuracy", .875) { StandardError = .01, HigherIsBetter = false }],
        Coverage = [new ReportCoverage("i-membership", "tested", "Loss")],
    };

    internal static ReportGate Gate(string test = "Tests.Stays_hidden", bool holds = false, string message = "Leak proven.\n  Line two", double? limit = .55) => new()
    {
        Test = test,
        Framework = "xUnit",
        Kind = "limit",
        Metric = "auc",
        Limit = limit,
        Evidence = "UpperBound",
        Verdict = holds ? "Pass" : "Fail",
        Holds = holds,
        Attack = "Loss",
        Estimate = .7,
        Lower = .6,
        Upper = .8,
        Message = message,
        File = "tests/PrivacyTests.cs",
        Line = 12,
    };

    internal static HistoryEntry Entry(int seed = 1) => new()
    {
        Time = new DateTimeOffset(2026, 11, 22, 10, 11, 12, TimeSpan.Zero),
        Commit = "0123",
        Target = "credit.onnx",
        TargetFingerprint = "aa",
        DataFingerprint = "bb",
        AttackSet = "smoke/1",
        Seed = seed,
        PanameVersion = "0.1.0",
        Metrics = new Dictionary<string, HistoryMetric>
        {
            ["Loss tpr@0.01"] = new(.01, 0, .03, .004),
            ["Loss auc"] = new(1 / 3d, .3, .4, .02),
            ["Entropy auc"] = new(.5, .45, .55, .02),
        },
        Utility = [new UtilityMetric("accuracy", .875)],
    };
}
