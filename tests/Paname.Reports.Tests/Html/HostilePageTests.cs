using System.Xml.Linq;
using Paname.Reports.Tests.Support;

namespace Paname.Reports.Tests.Html;

/// <summary>Audits at the edges: nothing ran, no gate, very many, very long names, text from right to left, histories of any length.</summary>
public class HostilePageTests
{
    internal const string RightToLeft = "\u202Eنموذج_الائتمان.onnx";

    internal static readonly string Long = string.Concat(Enumerable.Repeat("Privacy", 43));

    /// <summary>All attacks out of time: neither metrics nor curves.</summary>
    internal static AuditReport NothingRan { get; } = Sample.Audit() with
    {
        Attacks = [new ReportAttack { Name = "Loss", Source = "Yeom et al. (2018)", NotRun = "the time budget of 0 s was used up" }],
        Gates = [Sample.Gate("auc", .55, "Inconclusive", false) with { Attack = null, Estimate = null, Lower = null, Upper = null }],
        Controls = [],
        Findings = [],
        Utility = [],
        Coverage = [new ReportCoverage("i-membership", "not tested", "Loss: the time budget of 0 s was used up")],
    };

    internal static AuditReport Crowded { get; } = Sample.Audit(target: RightToLeft, name: Long) with
    {
        Gates = [.. Enumerable.Range(0, 200).Select(i => Sample.Gate("auc", .55, i % 2 == 0 ? "Pass" : "Fail", i % 2 == 0) with { Test = Long + i, Attack = Long, File = Long + ".cs", Message = Long + "\n</script>" + RightToLeft })],
    };

    [Theory]
    [InlineData(ReportLanguage.English)]
    [InlineData(ReportLanguage.French)]
    public void An_audit_in_which_nothing_ran_claims_nothing(ReportLanguage language)
    {
        XDocument page = Page.Read(HtmlReport.Render([NothingRan], new ReportOptions { Language = language }));
        Assert.Empty(page.Descendants("figure"));
        Assert.DoesNotContain("NaN", page.Root!.Value, StringComparison.Ordinal);
        Assert.Contains("the time budget of 0 s was used up", page.Root!.Value, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Descendants("strong").Concat(page.Descendants("span")), element => ((string?)element.Attribute("class"))?.Contains("pass", StringComparison.Ordinal) == true);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_page_of_few_gates_has_a_row_for_each(int gates)
    {
        AuditReport audit = Sample.Audit() with { Gates = [.. Enumerable.Repeat(Sample.Gate("auc", .55, "Pass", true), gates)] };
        XDocument page = Page.Read(HtmlReport.Render([audit]));
        Assert.Equal(gates, page.Descendants("table").Where(table => table.Element("caption")!.Id() == "audit-1-gates").Descendants("tbody").Elements("tr").Count());
        Assert.NotEmpty(MarkdownReport.Render([audit]));
    }

    [Fact]
    public void Two_hundred_gates_with_long_names_are_all_told()
    {
        string html = HtmlReport.Render([Crowded]);
        XDocument page = Page.Read(html);
        Assert.Equal(200, page.Descendants("table").Single(table => table.Element("caption")!.Id() == "audit-1-gates").Descendants("tbody").Elements("tr").Count());
        Assert.Contains(Long + "199", page.Root!.Value, StringComparison.Ordinal);
        Assert.Equal(2, html.Split("</script>").Length - 1);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(1000)]
    public void A_history_of_any_length_is_shown(int runs)
    {
        XDocument page = Page.Read(HtmlReport.Render([Sample.Audit()], new ReportOptions { History = Sample.History(runs, changeAt: runs / 2) }));
        XElement trend = page.Descendants("section").Single(section => section.Descendants("h2").Any(heading => heading.Id() == "model-1-trend"));
        Assert.Contains(trend.Descendants("tbody"), body => body.Elements("tr").Count() == runs);
        Assert.DoesNotContain("NaN", trend.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_history_of_one_run_is_no_trend_and_says_so()
    {
        XDocument page = Page.Read(HtmlReport.Render([Sample.Audit()], new ReportOptions { History = Sample.History(1, changeAt: 1) }));
        XElement trend = page.Descendants("section").Single(section => section.Descendants("h2").Any(heading => heading.Id() == "model-1-trend"));
        Assert.Empty(trend.Descendants("figure"));
        Assert.NotEmpty(Assert.Single(trend.Descendants("p")).Value);
    }
}
