using Paname.Reports.Document;
using Paname.Reports.Texts;
using Paname.Testing;

namespace Paname.Reports.Sections;

/// <summary>All attacks of the set with their metrics, or why there are none; a chart of their AUC; how each was run.</summary>
internal static class AttackSection
{
    internal static Section Write(AuditReport audit, SectionContext context)
        => context.Section("attacks", context.Texts.Attacks.Title, Forest(audit, context), Numbers(audit, context), How(audit, context));

    private static Table Numbers(AuditReport audit, SectionContext context)
    {
        var texts = context.Texts.Attacks;
        string[] keys = [.. audit.Attacks.SelectMany(attack => attack.Metrics).Select(metric => metric.Key).Distinct()];
        Column[] columns =
        [
            new(texts.Attack), new(texts.Status),
            .. keys.SelectMany(key => new Column[] { new(context.Metrics.Text(key), true), new(ReportTexts.Fill(texts.BoundsOf, context.Metrics.Text(key)), true) }),
            new(texts.Records, true),
        ];
        return new Table(context.Id("attack-numbers"), texts.Caption, columns, [.. SectionContext.Ranked(audit).Select(attack => Row(attack, keys, context))]);
    }

    private static IReadOnlyList<Phrase> Row(ReportAttack attack, string[] keys, SectionContext context)
    {
        var numbers = context.Numbers;
        return
        [
            Phrase.Code(attack.Name),
            Status(attack, context),
            .. keys.Select(key => attack.Metrics.FirstOrDefault(metric => metric.Key == key)).SelectMany(metric => new Phrase[]
            {
                numbers.Estimate(metric?.Estimate),
                context.Bounds(metric?.Lower, metric?.Upper),
            }),
            attack.Metrics.Count == 0 ? ReportNumbers.Missing : $"{numbers.Count(attack.Members)}{ReportNumbers.Space}/{ReportNumbers.Space}{numbers.Count(attack.NonMembers)}",
        ];
    }

    private static Phrase Status(ReportAttack attack, SectionContext context)
    {
        var texts = context.Texts.Attacks;
        return (attack.NotApplicable, attack.NotRun) switch
        {
            ({ } reason, _) => Because(texts.NotApplicable, reason, context),
            (_, { } reason) => Because(texts.NotRun, reason, context),
            _ => texts.Ran,
        };
    }

    private static Phrase Because(string what, string reason, SectionContext context)
        => Phrase.Of(new Inline(what + context.Texts.Colon), new Inline(reason, InlineKind.English));

    private static Table How(AuditReport audit, SectionContext context)
    {
        var texts = context.Texts.Attacks;
        return new Table(
            context.Id("attack-how"),
            texts.How,
            [new(texts.Attack), new(texts.Source), new(texts.Aliases), new(texts.Notes)],
            [
                .. SectionContext.Ranked(audit).Select(attack => new Phrase[]
                {
                    Phrase.Code(attack.Name),
                    Phrase.English(attack.Source),
                    attack.Aliases.Count == 0 ? ReportNumbers.Missing : Phrase.Joined(", ", attack.Aliases.Select(alias => new Inline(alias, InlineKind.Code))),
                    Notes(attack, context),
                }),
            ]);
    }

    private static Phrase Notes(ReportAttack attack, SectionContext context)
    {
        Inline[] notes =
        [
            .. attack.UsesShadows ? new[] { new Inline(context.Texts.Attacks.Shadows) } : [],
            .. attack.Notes.Select(note => new Inline(note.TrimEnd('.'), InlineKind.English)),
        ];
        return notes.Length == 0 ? ReportNumbers.Missing : Phrase.Joined("; ", notes);
    }

    private static Figure? Forest(AuditReport audit, SectionContext context)
    {
        ReportAttack[] attacks = [.. SectionContext.Ranked(audit).Where(attack => SectionContext.Auc(attack) is not null)];
        if (attacks.Length == 0)
        {
            return null;
        }

        var texts = context.Texts.Charts;
        double[] limits = [.. audit.Gates.Where(gate => gate is { Kind: "limit", Metric: "auc", Limit: not null }).Select(gate => gate.Limit!.Value).Distinct().Order()];
        context.Charts.Add(context.Id("forest"), new
        {
            none = .5,
            limits,
            rows = attacks.Select(attack => (attack.Name, Auc: SectionContext.Auc(attack)!))
                .Select((attack, i) => new { name = attack.Name, estimate = attack.Auc.Estimate, lower = attack.Auc.Lower, upper = attack.Auc.Upper, rank = i < 4 ? i : -1 }),
        });
        ReportMetric first = SectionContext.Auc(attacks[0])!;
        var numbers = context.Numbers;
        string alternative = ReportTexts.Fill(
            texts.ForestAlternative, attacks[0].Name, numbers.Estimate(first.Estimate), numbers.Estimate(first.Lower), numbers.Estimate(first.Upper), numbers.Short(.5));
        var table = new Table(
            context.Id("forest-numbers"),
            texts.Forest,
            [new(context.Texts.Attacks.Attack), new(context.Texts.Metrics.Auc, true), new(context.Texts.Verdicts.Lower, true), new(context.Texts.Verdicts.Upper, true)],
            [
                .. attacks.Select(attack => SectionContext.Auc(attack)!).Select((auc, i) => new Phrase[]
                {
                    Phrase.Code(attacks[i].Name), numbers.Estimate(auc.Estimate), numbers.Estimate(auc.Lower), numbers.Estimate(auc.Upper),
                }),
            ]);
        return new Figure(texts.Forest, [new Plot("forest", context.Id("forest"), alternative)], table)
        {
            Legend = [new("chance", texts.Chance), .. limits.Length > 0 ? new LegendEntry[] { new("limit", texts.Limit) } : []],
        };
    }
}
