using System.Globalization;
using Paname.Reports.Document;
using Paname.Reports.Texts;

namespace Paname.Reports.Html;

/// <summary>Writes the parts of a report as HTML.</summary>
internal sealed class BlockHtml(HtmlText html, ReportTexts texts)
{
    private readonly PhraseHtml _phrases = new(html, texts);

    internal void Write(IEnumerable<Block> blocks)
    {
        foreach (Block block in blocks)
        {
            Write(block);
            html.Line();
        }
    }

    private void Write(Block block)
    {
        switch (block)
        {
            case Section section:
                Section(section);
                break;
            case Paragraph paragraph:
                html.Open("p", ("class", paragraph.Kind == ParagraphKind.Plain ? null : paragraph.Kind.ToString().ToLowerInvariant()));
                _phrases.Write(paragraph.Text);
                html.Close("p");
                break;
            case Bullets list:
                Bullets(list);
                break;
            case Facts facts:
                Facts(facts);
                break;
            case Table table:
                Table(table);
                break;
            case Transcript transcript:
                Transcript(transcript);
                break;
            case Figure figure:
                Figure(figure);
                break;
            case FigureRow row:
                html.Open("div", ("class", row.Figures.Count == 1 ? null : row.IsNarrow ? "figures narrow" : "figures"));
                foreach (Figure figure in row.Figures)
                {
                    Figure(figure);
                }

                html.Close("div");
                break;
            default:
                throw new NotSupportedException($"HTML has no form for {block.GetType().Name}.");
        }
    }

    private void Section(Section section)
    {
        string heading = "h" + section.Level.ToString(CultureInfo.InvariantCulture);
        html.Open("section", ("class", section.StartsPage ? "page" : null), ("aria-labelledby", section.Id)).Line();
        html.Open(heading, ("id", section.Id));
        _phrases.Write(section.Title);
        html.Close(heading).Line();
        Write(section.Content);
        html.Close("section");
    }

    private void Bullets(Bullets list)
    {
        html.Open("ul");
        foreach (Phrase item in list.Items)
        {
            html.Open("li");
            _phrases.Write(item);
            html.Close("li");
        }

        html.Close("ul");
    }

    private void Facts(Facts facts)
    {
        html.Open("dl");
        foreach ((string name, Phrase value) in facts.Items)
        {
            html.Open("div").Open("dt").Text(name).Close("dt").Open("dd");
            _phrases.Write(value);
            html.Close("dd").Close("div");
        }

        html.Close("dl");
    }

    private void Transcript(Transcript transcript)
    {
        html.Open("details", ("class", "transcript")).Open("summary");
        _phrases.Write(transcript.Summary);
        html.Close("summary").Open("pre", ("lang", texts.LanguageTag == "en" ? null : "en"), ("tabindex", "0")).Text(transcript.Text).Close("pre").Close("details");
    }

    private void Table(Table table)
    {
        bool numbers = table.Columns.All(column => column.IsNumber);

        // What scrolls must be reachable by keyboard.
        html.Open("div", ("class", "scroll"), ("tabindex", "0"), ("role", "group"), ("aria-labelledby", table.Id)).Open("table", ("class", numbers ? "n" : null)).Open("caption", ("id", table.Id)).Text(table.Caption).Close("caption");
        html.Open("thead").Open("tr");
        foreach (Column column in table.Columns)
        {
            html.Open("th", ("scope", "col"), ("class", column.IsNumber && !numbers ? "n" : null)).Text(column.Title).Close("th");
        }

        html.Close("tr").Close("thead").Open("tbody").Line();
        foreach (IReadOnlyList<Phrase> row in table.Rows)
        {
            html.Open("tr");
            for (int i = 0; i < table.Columns.Count; i++)
            {
                string? number = table.Columns[i].IsNumber && !numbers ? "n" : null;
                _ = i == 0 ? html.Open("th", ("scope", "row"), ("class", number)) : html.Open("td", ("class", number));
                _phrases.Write(row[i]);
                html.Close(i == 0 ? "th" : "td");
            }

            html.Close("tr").Line();
        }

        html.Close("tbody").Close("table").Close("div");
    }

    private void Figure(Figure figure)
    {
        html.Open("figure").Open("figcaption");
        _phrases.Write(figure.Title);
        html.Close("figcaption").Open("div", ("class", "plots"));
        foreach (Plot plot in figure.Plots)
        {
            html.Open("div", ("class", "plot"), ("data-kind", plot.Kind), ("data-chart", plot.Data), ("data-alt", plot.Alternative)).Close("div");
        }

        html.Close("div");
        if (figure.Legend.Count > 0)
        {
            html.Open("ul", ("class", "legend"));
            foreach (LegendEntry entry in figure.Legend)
            {
                html.Open("li").Raw($"<svg class=\"mark {entry.Mark}\" aria-hidden=\"true\"><use href=\"#mark-{Shape(entry.Mark)}\"></use></svg>");
                _phrases.Write(entry.Text);
                html.Close("li");
            }

            html.Close("ul");
        }

        html.Open("details", ("open", string.Empty)).Open("summary").Text(texts.Page.Numbers).Close("summary");
        Table(figure.Numbers);
        html.Close("details").Close("figure").Line();
    }

    private static string Shape(string mark) => mark switch
    {
        "member" => "area",
        "best" or "rest" or "dot" => "dot",
        _ => "line",
    };
}
