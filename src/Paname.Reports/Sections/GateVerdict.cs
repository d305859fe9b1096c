using Paname.Reports.Document;
using Paname.Reports.Texts;
using Paname.Testing;

namespace Paname.Reports.Sections;

/// <summary>Says a gate's verdict in the report's language, with its tone. Only a proven leak or a proven worsening is a failure; what is merely not shown is in doubt.</summary>
internal static class GateVerdict
{
    internal static bool IsFailure(ReportGate gate) => !gate.Holds && gate.Verdict is "Fail" or "Worse";

    internal static Phrase Say(ReportGate gate, VerdictTexts texts)
    {
        string tone = gate.Holds ? gate.Verdict is "Pass" or "Same" or "Better" ? Tone.Pass : Tone.None : IsFailure(gate) ? Tone.Fail : Tone.Doubt;
        string? word = Word(gate.Verdict, texts);
        Phrase said = Phrase.Verdict(word ?? gate.Verdict, tone);
        if (!gate.Holds && gate.Verdict is "Pass" or "Same" or "Better" || word is null && !gate.Holds)
        {
            said = said.Then(new Inline(texts.DoesNotHold, InlineKind.Aside));
        }

        return Reading(gate, texts) is { } reading ? said.Then(new Inline(reading, InlineKind.Aside)) : said;
    }

    private static string? Reading(ReportGate gate, VerdictTexts texts) => gate switch
    {
        { Kind: "baseline" } => texts.Baseline,
        { Evidence: "UpperBound" } => texts.Below,
        { Evidence: "LeakProven", Holds: true, Verdict: "Inconclusive" } => texts.LeakNotProven,
        { Evidence: "LeakProven" } => texts.LeakProven,
        { Evidence: "PointEstimate" } => texts.PointEstimate,
        _ => null,
    };

    private static string? Word(string verdict, VerdictTexts texts) => verdict switch
    {
        "Pass" => texts.Pass,
        "Fail" => texts.Fail,
        "Inconclusive" => texts.Inconclusive,
        "NotApplicable" => texts.NotApplicable,
        "NotRefuted" => texts.NotRefuted,
        "Worse" => texts.Worse,
        "Same" => texts.Same,
        "Better" => texts.Better,
        "Missing" => texts.Missing,
        "Changed" => texts.Changed,
        "Unreadable" => texts.Unreadable,
        _ => null,
    };
}
