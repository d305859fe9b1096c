using System.Globalization;
using Paname.Reports.Document;
using Paname.Reports.Texts;
using Paname.Testing;

namespace Paname.Reports.Sections;

/// <summary>Who tested what, when, how and to what extent.</summary>
internal static class EvidenceSection
{
    internal static Section Write(AuditReport audit, SectionContext context)
        => context.Section("evidence", context.Texts.Evidence.Title, new Paragraph(context.Texts.Evidence.Note, ParagraphKind.Note), new Facts([.. Facts(audit, context)]));

    private static IEnumerable<(string, Phrase)> Facts(AuditReport audit, SectionContext context)
    {
        var texts = context.Texts.Evidence;
        var numbers = context.Numbers;
        (ReportRun run, ReportSubject subject) = (audit.Run, audit.Subject);
        yield return (texts.Who, run.By is { } by ? Phrase.Code(by) : texts.WhoUnknown);
        yield return (texts.When, ReportTexts.Fill(texts.WhenValue, numbers.Day(run.Started), ReportNumbers.Time(run.Started), numbers.Duration(run.Duration)));
        yield return (texts.How, How(run, texts.HowValue));
        yield return (texts.Extent, Extent(audit, context));
        if (run.TimeBudget is { } budget)
        {
            yield return (texts.TimeBudget, numbers.Duration(budget));
        }

        yield return (texts.Model, Phrase.Code(subject.Target));
        yield return (texts.ModelFingerprint, subject.TargetFingerprint is { } model ? Phrase.Code(model) : texts.NoFingerprint);
        yield return (texts.DataFingerprint, Phrase.Code(subject.DataFingerprint));
        yield return (texts.Records, ReportTexts.Fill(texts.RecordsValue, numbers.Count(subject.Members), numbers.Count(subject.NonMembers)));
        yield return (texts.Parameters, subject.Parameters is { } parameters ? numbers.Count(parameters) : texts.ParametersUnknown);
        yield return (texts.Ratio, Ratio(subject, context));
        yield return (texts.Shadows, subject.Shadows is { } shadows ? Phrase.English(shadows) : texts.NoShadows);
        yield return (texts.Versions, Phrase.Code($"Paname {run.PanameVersion}, {run.Runtime}, {run.Platform}"));
        yield return (texts.Commit, run.Commit is { } commit ? Phrase.Code(commit) : texts.NoCommit);
        if (run.BuildUrl is { } url)
        {
            yield return (texts.Build, IsWeb(url) ? Phrase.Link(url, url) : Phrase.Code(url));
        }

        yield return (texts.Key, Phrase.Code(audit.Key));
        yield return (texts.Replay, Phrase.Code(FormattableString.Invariant($"PANAME_SEED={run.Seed} dotnet test")));
    }

    private static Phrase How(ReportRun run, string text)
    {
        string[] around = text.Split(["{0}", "{1}"], StringSplitOptions.None);
        return Phrase.Of(
            new Inline(around[0]),
            new Inline(run.AttackSet, InlineKind.Code),
            new Inline(around[1]),
            new Inline(run.Seed.ToString(CultureInfo.InvariantCulture), InlineKind.Code),
            new Inline(around[2]));
    }

    private static string Extent(AuditReport audit, SectionContext context)
    {
        int missing = audit.Attacks.Count(attack => attack.NotApplicable is not null);
        int late = audit.Attacks.Count(attack => attack is { NotApplicable: null, NotRun: not null });
        return ReportTexts.Fill(
            context.Texts.Evidence.ExtentValue,
            context.Numbers.Count(audit.Attacks.Count - missing - late),
            context.Numbers.Count(missing),
            context.Numbers.Count(late));
    }

    private static string Ratio(ReportSubject subject, SectionContext context)
        => subject.Parameters is { } parameters and > 0
            ? ReportTexts.Fill(
                context.Texts.Evidence.RatioValue,
                context.Numbers.Short(Math.Round((double)subject.Members / parameters, 4)),
                context.Numbers.Count(subject.Members),
                context.Numbers.Count(parameters))
            : context.Texts.Evidence.ParametersUnknown;

    private static bool IsWeb(string url) => Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
}
