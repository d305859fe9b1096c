using System.Text.RegularExpressions;
using System.Xml.Linq;
using Paname.Reports.Tests.Support;

namespace Paname.Reports.Tests.Html;

/// <summary>What must not be in a report: markup of others, claims, values.</summary>
public class SilenceTests
{
    private const string Evil = "<script>alert(1)</script>\"'&|`</pre>";

    [Theory]
    [InlineData(ReportLanguage.English)]
    [InlineData(ReportLanguage.French)]
    public void No_text_from_outside_is_markup(ReportLanguage language)
    {
        AuditReport sample = Sample.Audit(3, target: Evil, name: Evil);
        AuditReport audit = sample with
        {
            Key = Evil,
            Subject = sample.Subject with { TargetFingerprint = Evil, DataFingerprint = Evil, Shadows = Evil },
            Run = sample.Run with { By = Evil, Commit = Evil, BuildUrl = "javascript:" + Evil, AttackSet = Evil, PanameVersion = Evil, Runtime = Evil, Platform = Evil },
            Attacks = [.. sample.Attacks.Select(attack => attack with { Source = Evil, Aliases = [Evil], Notes = [Evil], MostExposed = [Evil] })],
            Gates = [.. sample.Gates.Select(gate => gate with { Test = Evil, Message = Evil, Attack = Evil, Metric = Evil, Verdict = Evil, File = Evil, Framework = Evil })],
            Controls = [new ReportControl(Evil, Evil, Evil) { Attack = Evil }],
            Findings = [new AuditFinding(Evil, true)],
            Utility = [new UtilityMetric(Evil, 1)],
            Coverage = [new ReportCoverage("ii", Evil, Evil)],
        };
        HistoryEntry[] history = [.. Sample.History(target: Evil).Select(entry => entry with { Commit = Evil, Utility = [new UtilityMetric(Evil, entry.Metrics["Loss auc"].Estimate)] })];
        var options = new ReportOptions { Language = language, History = history, Title = Evil };
        string html = HtmlReport.Render([audit], options);
        Assert.Equal(2, Regex.Count(html, "<script"));
        Assert.Equal(2, Regex.Count(html, "</script>"));
        Assert.DoesNotContain("alert(1)</script>", html, StringComparison.Ordinal);
        Assert.Contains(Evil, Page.Read(html).Root!.Value, StringComparison.Ordinal);
        Assert.DoesNotContain(Page.Read(html).Descendants().Attributes("href"), link => link.Value.StartsWith("javascript", StringComparison.OrdinalIgnoreCase));

        string markdown = MarkdownReport.Render([audit], options);
        string outsideFences = Regex.Replace(markdown, "(?ms)^(`{3,})text\n.*?^\\1$", string.Empty);
        outsideFences = Regex.Replace(outsideFences, "`[^`\n]*`", string.Empty);
        Assert.DoesNotContain("<script", outsideFences, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ReportLanguage.English)]
    [InlineData(ReportLanguage.French)]
    public void Nothing_is_claimed_about_the_law(ReportLanguage language)
    {
        var options = new ReportOptions { Language = language, History = Sample.History() };
        string own = Page.Read(HtmlReport.Render([Sample.Audit()], options)).OwnText() + MarkdownReport.Render([Sample.Audit()], options);
        Assert.DoesNotMatch("(?i)anonym|complian|conform", own);
    }

    [Fact]
    public void Scores_of_single_records_stay_out()
    {
        // An audit report holds names of the most exposed, no scores; the page must not add any way to link the two, such as a sort key.
        string html = HtmlReport.Render([Sample.Audit()]);
        string[] rows = [.. Page.Read(html).All("table").Single(table => table.Element("caption")!.Id() == "audit-1-exposed-ids").Descendants("td").Select(cell => cell.Value)];
        Assert.All(rows, cell => Assert.StartsWith("train#", cell, StringComparison.Ordinal));
        Assert.DoesNotContain("train#", html[html.IndexOf("id=\"paname-data\"", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }
}
