using System.Xml.Linq;
using Paname.Reports.Tests.Support;

namespace Paname.Reports.Tests.Html;

public class HtmlReportTests
{
    private static readonly string Html = HtmlReport.Render([Sample.Audit()], new ReportOptions { History = Sample.History() });
    private static readonly XDocument Page = Support.Page.Read(Html);

    [Fact]
    public void Every_part_is_there()
    {
        string[] expected = ["verdicts", "findings", "attacks", "roc", "scores", "exposed", "controls", "coverage", "utility", "evidence"];
        string[] ids = [.. Page.All("h2").Select(heading => heading.Id())];
        Assert.Equal(["summary", .. expected.Select(id => "audit-1-" + id), "model-1-trend", "reading"], ids);
    }

    [Fact]
    public void Every_chart_has_a_table_of_its_numbers_that_is_open_without_JavaScript()
    {
        XElement[] figures = [.. Page.All("figure")];
        Assert.Equal(1 + 1 + 6 + 2 + 1, figures.Length);
        Assert.All(figures, figure =>
        {
            XElement details = Assert.Single(figure.Elements("details"));
            Assert.NotNull(details.Attribute("open"));
            Assert.NotEmpty(Assert.Single(details.Descendants("tbody")).Elements("tr"));
            Assert.All(figure.Descendants("div").Where(div => (string?)div.Attribute("class") == "plot"), plot => Assert.NotEmpty(plot.Attribute("data-alt")!.Value));
        });
    }

    [Fact]
    public void Every_table_has_a_caption_and_headers_with_a_scope()
    {
        Assert.All(Page.All("table"), table =>
        {
            Assert.NotEmpty(table.Element("caption")!.Value);
            Assert.All(table.Descendants("th"), header => Assert.Contains(header.Attribute("scope")!.Value, new[] { "col", "row" }));
            int columns = table.Descendants("thead").Elements("tr").Elements("th").Count();
            Assert.All(table.Descendants("tbody").Elements("tr"), row => Assert.Equal(columns, row.Elements().Count()));
        });
    }

    [Fact]
    public void No_name_within_the_page_is_given_twice_and_every_link_leads_somewhere()
    {
        XDocument page = Support.Page.Read(HtmlReport.Render([Sample.Audit(), Sample.Audit(seed: 2)], new ReportOptions { History = Sample.History() }));
        string[] ids = [.. page.Descendants().Attributes("id").Select(id => id.Value)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(page.Descendants().Attributes("href").Where(link => link.Value.StartsWith('#')), link => Assert.Contains(link.Value[1..], ids));
        Assert.All(page.Descendants().Attributes("aria-labelledby"), link => Assert.Contains(link.Value, ids));
    }

    [Fact]
    public void All_attacks_are_listed_also_those_that_did_not_run_and_why()
    {
        XElement table = Table("audit-1-attack-numbers");
        Assert.Equal(8, table.Descendants("tbody").Elements("tr").Count());
        Assert.Contains("not applicable: needs gradients", table.Value, StringComparison.Ordinal);
        Assert.Contains("not run: the time budget was used up", table.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Gates_have_their_verdict_in_words_and_the_message_of_those_that_do_not_hold()
    {
        string[] verdicts = [.. Table("audit-1-gates").Descendants("span").Where(span => ((string?)span.Attribute("class"))!.StartsWith("verdict", StringComparison.Ordinal)).Select(span => span.Attribute("class")!.Value + "/" + span.Value)];
        Assert.Equal(["verdict pass/Pass", "verdict doubt/Inconclusive", "verdict fail/Fail", "verdict fail/Worse"], verdicts);
        Assert.Equal(3, Page.All("pre").Count());
        Assert.Contains("Tests do not hold: 3 of 4.", Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Coverage_names_all_families_also_those_the_audit_says_nothing_about()
    {
        XElement[] rows = [.. Table("audit-1-coverage-matrix").Descendants("tbody").Elements("tr")];
        Assert.Equal(["not tested", "tested", "not tested", "not applicable", "not tested", "not tested"], rows.Select(row => row.Elements("td").First().Value));
    }

    [Fact]
    public void Evidence_says_who_when_how_and_the_ratio_of_records_to_parameters()
    {
        string evidence = Page.All("dl").Single().Value;
        foreach (string part in new[] { "build-bot", "22\u00A0November\u00A02026", "09:05\u00A0UTC", "standard/1", "20240917", new string('a', 64), new string('d', 64), "0.3241", "1,234", "16 shadow models", "0123456789abcdef" })
        {
            Assert.Contains(part, evidence, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_limits_of_what_is_shown_stand_beside_the_result()
    {
        string summary = Page.All("section").First().Value;
        Assert.Contains("evidence against the attacks that were run", summary, StringComparison.Ordinal);
        Assert.Contains("this model file, this seed and these shadow models, over records like these", summary, StringComparison.Ordinal);
        Assert.Contains("nothing about the recipe", summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_page_s_own_style_and_script_are_allowed()
    {
        string policy = Page.All("meta").Single(meta => (string?)meta.Attribute("http-equiv") == "Content-Security-Policy").Attribute("content")!.Value;
        Assert.StartsWith("default-src 'none'; style-src 'sha256-", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.Empty(Page.Descendants().Attributes("style"));
        Assert.Empty(Page.Descendants().Attributes("src"));
        Assert.All(Page.Descendants().Attributes(), attribute => Assert.False(attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_report_is_the_same_file_whenever_it_is_rendered()
        => Assert.Equal(Html, HtmlReport.Render([Sample.Audit()], new ReportOptions { History = Sample.History() }));

    [Fact]
    public void Many_audits_of_many_attacks_stay_a_small_file()
    {
        AuditReport[] audits = [.. Enumerable.Range(1, 20).Select(seed => Sample.Audit(16, seed))];
        Assert.InRange(HtmlReport.Render(audits).Length, 500_000, 3 * 1024 * 1024);
    }

    [Fact]
    public void A_report_of_nothing_says_so()
    {
        string html = HtmlReport.Render([]);
        Assert.Contains("There are no audits to report.", html, StringComparison.Ordinal);
        Assert.NotNull(Support.Page.Read(html).Root);
    }

    [Fact]
    public void An_audit_in_which_nothing_ran_is_told_as_such()
    {
        AuditReport audit = Sample.Audit(0) with { Gates = [], Controls = [], Findings = [], Utility = [], Coverage = [] };
        XDocument page = Support.Page.Read(HtmlReport.Render([audit]));
        Assert.Empty(page.All("figure"));
        Assert.Contains("held against no limit", page.Root!.Value, StringComparison.Ordinal);
        Assert.Contains("No control was run", page.Root.Value, StringComparison.Ordinal);
        Assert.Contains("Not judged", page.Root.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_that_are_not_finite_break_no_page()
    {
        AuditReport audit = Sample.Audit(2);
        ReportAttack broken = audit.Attacks[0] with { Metrics = [new ReportMetric("auc", "AUC", .5, 0, 1, double.NaN)], Roc = [new ReportRocPoint(0, 0), new ReportRocPoint(1, 1)] };
        XDocument page = Support.Page.Read(HtmlReport.Render([audit with { Attacks = [broken] }]));
        Assert.DoesNotContain("NaN", page.Root!.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "metric")]
    [InlineData("advantage", "membership advantage")]
    [InlineData("auc[class 3]", "AUC in class 3")]
    [InlineData("epsilon@1e-05", "epsilon at δ = 1E\u221205")]
    [InlineData("tpr@0.001", "TPR at 0.1\u00A0% FPR")]
    [InlineData("auc per class", "AUC in each class")]
    [InlineData("tpr@half", "tpr@half")]
    public void Metrics_have_names(string key, string name)
    {
        AuditReport audit = Sample.Audit(1) with { Gates = [Sample.Gate(key.Length == 0 ? "metric" : key, .5, "Pass", true)] };
        XDocument page = Support.Page.Read(HtmlReport.Render([audit]));
        Assert.Equal(name, page.All("table").First(table => table.Element("caption")!.Id() == "audit-1-gates").Descendants("tbody").Elements("tr").Elements("td").First().Value);
    }

    private static XElement Table(string id) => Page.All("table").Single(table => table.Element("caption")!.Id() == id);
}
