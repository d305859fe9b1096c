using System.Text;
using Paname.Reports.Document;

namespace Paname.Reports.Markdown;

/// <summary>Writes the parts of a report as Markdown; a chart is its table.</summary>
internal sealed class BlockMarkdown(StringBuilder text)
{
    internal void Write(IEnumerable<Block> blocks)
    {
        foreach (Block block in blocks)
        {
            Write(block);
        }
    }

    private void Write(Block block)
    {
        switch (block)
        {
            case Section section:
                text.Append('#', section.Level).Append(' ').Append(MarkdownText.Of(section.Title)).Append("\n\n");
                Write(section.Content);
                break;
            case Paragraph paragraph:
                text.Append(paragraph.Kind == ParagraphKind.Caution ? "> " : string.Empty).Append(MarkdownText.Of(paragraph.Text)).Append("\n\n");
                break;
            case Bullets list:
                List(list.Items.Select(MarkdownText.Of));
                break;
            case Facts facts:
                List(facts.Items.Select(fact => $"**{MarkdownText.Escape(fact.Name)}** — {MarkdownText.Of(fact.Value)}"));
                break;
            case Table table:
                Table(table);
                break;
            case Transcript transcript:
                Transcript(transcript);
                break;
            case Figure figure:
                Table(figure.Numbers);
                break;
            case FigureRow row:
                Write(row.Figures);
                break;
            default:
                throw new NotSupportedException($"Markdown has no form for {block.GetType().Name}.");
        }
    }

    private void List(IEnumerable<string> items)
    {
        foreach (string item in items)
        {
            text.Append("- ").Append(item).Append('\n');
        }

        text.Append('\n');
    }

    private void Table(Table table)
    {
        text.Append("**").Append(MarkdownText.Escape(table.Caption)).Append("**\n\n");
        Row(table.Columns.Select(column => MarkdownText.Escape(column.Title)));
        Row(table.Columns.Select(column => column.IsNumber ? "---:" : "---"));
        foreach (IReadOnlyList<Phrase> row in table.Rows)
        {
            Row(row.Select(MarkdownText.Of));
        }

        text.Append('\n');
    }

    private void Row(IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private void Transcript(Transcript transcript)
    {
        string message = transcript.Text.ReplaceLineEndings("\n").TrimEnd('\n');

        // A fence longer than any run of backticks in the text cannot be ended by it.
        int longest = 0;
        int run = 0;
        foreach (char c in message)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        string fence = new('`', Math.Max(3, longest + 1));
        text.Append(MarkdownText.Of(transcript.Summary)).Append("\n\n").Append(fence).Append("text\n").Append(message).Append('\n').Append(fence).Append("\n\n");
    }
}
