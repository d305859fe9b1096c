using System.Text;
using Paname.Testing.Tests.Support;

namespace Paname.Testing.Tests.Reports.GitHub;

public class GateMarkdownTests
{
    [Fact]
    public void Gate_that_holds_is_one_line()
        => Assert.Equal("- `Tests.Stays_hidden` passed: auc below 0.55 for my\\_model.onnx (Loss 0.7000, at most 0.8000)\n", GateMarkdown.Of("my_model.onnx", Reported.Gate(holds: true)));

    [Fact]
    public void Failed_gate_is_a_section_with_its_judgement_in_full()
    {
        string text = GateMarkdown.Of("m.onnx", Reported.Gate());
        Assert.StartsWith("\n### Privacy gate failed: `Tests.Stays_hidden`\n\nLeak proven.\n\n", text, StringComparison.Ordinal);
        Assert.Contains("| auc below 0.55 for m.onnx | Loss | 0.7000 | 0.6000 | 0.8000 | Fail |\n", text, StringComparison.Ordinal);
        Assert.EndsWith("\n\n```text\nLeak proven.\n  Line two\n```\n\n</details>\n\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_cannot_leave_its_place()
    {
        string text = GateMarkdown.Of("a|b<script>", Reported.Gate("x`y\nz", message: "Leak | <b>\n```\nend\n````\n"));
        Assert.Contains("`x'y z`", text, StringComparison.Ordinal);
        Assert.Contains("Leak \\| &lt;b>\n", text, StringComparison.Ordinal);
        Assert.Contains("a\\|b&lt;script>", text, StringComparison.Ordinal);
        Assert.Contains("`````text\nLeak | <b>\n```\nend\n````\n`````\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_judgement_is_cut_between_lines_and_says_so()
    {
        string text = GateMarkdown.Of("m", Reported.Gate(message: string.Concat(Enumerable.Repeat("é" + new string('x', 97) + "\n", 500))));
        Assert.InRange(Encoding.UTF8.GetByteCount(text), 5500, 7000);
        Assert.Contains("\n... 440 more lines are in the test's message.\n```\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("baseline", "Worse", "baseline Worse")]
    [InlineData("epsilon", "Fail", "epsilon 0.55 not refuted")]
    public void Other_kinds_say_what_was_judged(string kind, string verdict, string said)
        => Assert.Contains($"| {said} for m |", GateMarkdown.Of("m", Reported.Gate() with { Kind = kind, Verdict = verdict }), StringComparison.Ordinal);
}
