using Paname.Reports.Document;
using Paname.Testing;

namespace Paname.Reports.Sections;

/// <summary>The tests that judged an audit, and what those that do not hold said.</summary>
internal static class VerdictSection
{
    internal static Section Write(AuditReport audit, SectionContext context)
    {
        var texts = context.Texts.Verdicts;
        if (audit.Gates.Count == 0)
        {
            return context.Section("verdicts", texts.Title, new Paragraph(texts.None));
        }

        var table = new Table(
            context.Id("gates"),
            texts.Caption,
            [
                new(texts.Test), new(texts.Metric), new(texts.Limit, true), new(texts.Verdict), new(texts.Strongest),
                new(texts.Estimate, true), new(texts.Lower, true), new(texts.Upper, true),
            ],
            [.. audit.Gates.Select(gate => Row(gate, context))]);
        return context.Section("verdicts", texts.Title, [table, .. audit.Gates.Where(gate => !gate.Holds).Select(gate => Said(gate, context))]);
    }

    private static IReadOnlyList<Phrase> Row(ReportGate gate, SectionContext context)
    {
        var numbers = context.Numbers;
        return
        [
            Test(gate, context),
            context.Metrics.Of(gate.Metric),
            gate.Limit is { } limit ? numbers.Short(limit) : context.Texts.Verdicts.NoLimit,
            GateVerdict.Say(gate, context.Texts.Verdicts),
            gate.Attack is { } attack ? Phrase.Code(attack) : ReportNumbers.Missing,
            numbers.Estimate(gate.Estimate),
            numbers.Estimate(gate.Lower),
            numbers.Estimate(gate.Upper),
        ];
    }

    private static Phrase Test(ReportGate gate, SectionContext context)
    {
        Phrase name = gate.Test is { } test ? Phrase.Code(test) : context.Texts.Verdicts.UnnamedTest;
        name = name.Then(new Inline(gate.Framework, InlineKind.AsideCode));
        return gate.File is { } file
            ? name.Then(new Inline(gate.Line is { } line ? FormattableString.Invariant($"{file}:{line}") : file, InlineKind.AsideCode))
            : name;
    }

    private static Transcript Said(ReportGate gate, SectionContext context)
    {
        string[] around = context.Texts.Verdicts.WhatTheTestSaid.Split("{0}");
        return new Transcript(
            Phrase.Of(
                new Inline(around[0]),
                gate.Test is { } test ? new Inline(test, InlineKind.Code) : new Inline(context.Texts.Verdicts.UnnamedTest),
                new Inline($" ({context.Metrics.Text(gate.Metric)}){around[1]}")),
            gate.Message);
    }
}
