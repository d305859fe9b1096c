using System.Globalization;
using Paname.Attacks.Membership;

namespace Paname.Testing;

/// <summary>Lists what every control gave, attack by attack.</summary>
internal static class ControlReports
{
    private const string Passed = "passed";
    private const string Failed = "failed";
    private const string NotRun = "not run";

    internal static IReadOnlyList<ReportControl> Of(ControlResults results) =>
    [
        .. results.Positive.Select((result, i) => Positive(results.Attacks[i], result, results.Late)),
        .. results.Null.Select((result, i) => Null(results.Attacks[i], result, results.Late)),
        Blind(results),
    ];

    private static ReportControl Positive(string attack, PositiveControlResult? result, string late)
    {
        ReportControl With(string outcome, string detail) => new("positive", outcome, detail) { Attack = attack };
        return (result is null ? late : result.NotRun) is { } reason
            ? With(NotRun, reason)
            : With(
                result!.Detected ? Passed : Failed,
                Text($"a planted leak with an AUC of {result.PlantedAuc:F3} was {(result.Detected ? "found" : "missed")}: the attack reached {result.Auc.Value:F3}, at least {result.Auc.Lower:F3}"));
    }

    private static ReportControl Null(string attack, NullControlResult? result, string late)
    {
        ReportControl With(string outcome, string detail) => new("null", outcome, detail) { Attack = attack };
        return (result is null ? late : result.NotRun) is { } reason
            ? With(NotRun, reason)
            : With(result!.Alarm ? Failed : Passed, Text($"non-members against others flagged as members at random: z = {result.Z:F1}, alarm beyond {result.Limit:F1}"));
    }

    private static ReportControl Blind(ControlResults results)
    {
        static ReportControl With(string outcome, string detail) => new("blind", outcome, detail);
        return results.Blind is not { } blind
            ? With(NotRun, results.BlindNotRun ?? results.Late)
            : blind.Shifted
                ? With(Failed, Text($"without the model, inputs and labels alone tell members from non-members with an AUC of {blind.Auc.Value:F3}, at least {blind.StrictLower:F3} at 99.9 %"))
                : With(Passed, Text($"without the model, inputs and labels alone reach an AUC of {blind.Auc.Value:F3}; a shift of the split is not excluded up to {blind.Auc.Upper:F3}"));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
