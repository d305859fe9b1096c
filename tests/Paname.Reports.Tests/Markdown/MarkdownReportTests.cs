using System.Text.RegularExpressions;
using Paname.Reports.Tests.Support;

namespace Paname.Reports.Tests.Markdown;

public class MarkdownReportTests
{
    private static readonly ReportOptions WithHistory = new() { History = Sample.History() };

    [Fact]
    public void It_says_all_that_the_page_says()
    {
        string html = HtmlReport.Render([Sample.Audit()], WithHistory);
        string[] headings = [.. Page.Read(html).Descendants().Where(element => element.Name.LocalName is "h2" or "h3").Select(heading => heading.Value)];
        string[] written = [.. Regex.Matches(MarkdownReport.Render([Sample.Audit()], WithHistory), "(?m)^##+ (.*)$").Select(match => match.Groups[1].Value.Replace("`", string.Empty, StringComparison.Ordinal))];
        Assert.Equal(headings, written);
    }

    [Theory]
    [InlineData(ReportLanguage.English)]
    [InlineData(ReportLanguage.French)]
    public void Every_row_of_a_table_has_the_cells_of_its_header(ReportLanguage language)
    {
        string[] lines = MarkdownReport.Render([Sample.Audit(), Sample.Audit(seed: 2)], WithHistory with { Language = language }).Split('\n');
        int tables = 0;
        int cells = 0;
        foreach ((int i, string line) in lines.Index())
        {
            if (!line.StartsWith('|'))
            {
                continue;
            }

            int here = Regex.Count(line, @"(?<!\\)\|") - 1;
            if (!lines[i - 1].StartsWith('|'))
            {
                tables++;
                cells = here;
            }

            Assert.Equal(cells, here);
        }

        Assert.True(tables > 20);
    }

    [Fact]
    public void What_a_test_said_cannot_end_its_block()
    {
        AuditReport audit = Sample.Audit(1) with { Gates = [Sample.Gate("auc", .5, "Fail", false) with { Message = "a\n```\n# b\n````\nc" }] };
        Assert.Contains("\n`````text\na\n```\n# b\n````\nc\n`````\n", MarkdownReport.Render([audit]), StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_are_written_as_the_language_does()
    {
        AuditReport audit = Sample.Audit(1);
        audit = audit with { Subject = audit.Subject with { Parameters = 1234567 } };
        Assert.Contains("1,234,567", MarkdownReport.Render([audit]), StringComparison.Ordinal);
        Assert.Contains("| 0.5312 | 0.5101 | 0.5523 |", MarkdownReport.Render([audit]), StringComparison.Ordinal);
        string french = MarkdownReport.Render([audit], new ReportOptions { Language = ReportLanguage.French });
        Assert.Contains("1\u202F234\u202F567", french, StringComparison.Ordinal);
        Assert.Contains("| 0,5312 | 0,5101 | 0,5523 |", french, StringComparison.Ordinal);
        Assert.Contains("81,25\u202F%", french, StringComparison.Ordinal);
        Assert.Contains("22\u00A0novembre\u00A02026", french, StringComparison.Ordinal);
    }
}
