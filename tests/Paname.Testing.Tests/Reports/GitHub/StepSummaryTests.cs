using System.Text;
using Paname.Testing.Tests.Support;

namespace Paname.Testing.Tests.Reports.GitHub;

/// <summary>The budget of a step's summary, in bytes and to the byte.</summary>
public sealed class StepSummaryTests : IDisposable
{
    private const string Closing = "\n- Paname left out       1 further results here";

    private readonly TempFolder _folder = new();

    private string File => _folder.File("summary.md");

    private string Text => System.IO.File.ReadAllText(File);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Gates_are_added_behind_what_others_wrote()
    {
        System.IO.File.WriteAllText(File, "# Coverage\n");
        StepSummary.Add(File, "m", Reported.Gate(holds: true));
        StepSummary.Add(File, "m", Reported.Gate());
        Assert.Equal("# Coverage\n" + GateMarkdown.Of("m", Reported.Gate(holds: true)) + GateMarkdown.Of("m", Reported.Gate()), Text);
    }

    [Theory]
    [InlineData("x", 0, true)]
    [InlineData("x", 1, false)]
    [InlineData("é", 0, true)]
    [InlineData("é", 1, false)]
    public void Budget_counts_bytes(string letter, int over, bool fits)
    {
        // Room for exactly one gate and the closing line; one byte more and the gate does not fit.
        ReportGate gate = Reported.Gate("Tests.é", message: "é€𝄞");
        int closing = Encoding.UTF8.GetByteCount(ClosingLine());
        int room = StepSummary.Budget - Encoding.UTF8.GetByteCount(GateMarkdown.Of("m", gate)) - closing + over;
        int width = Encoding.UTF8.GetByteCount(letter);
        System.IO.File.WriteAllText(File, string.Concat(Enumerable.Repeat(letter, room / width)) + new string('.', room % width));
        StepSummary.Add(File, "m", gate);
        Assert.Equal(fits, Text.EndsWith(GateMarkdown.Of("m", gate), StringComparison.Ordinal));
        Assert.Equal(!fits, Text.Contains(Closing, StringComparison.Ordinal));
        StepSummary.Add(File, "m", gate);
        Assert.Contains(fits ? Closing : Closing.Replace("1", "2", StringComparison.Ordinal), Text, StringComparison.Ordinal);
        Assert.InRange(new FileInfo(File).Length, 0, StepSummary.Budget);
    }

    [Fact]
    public void Count_is_mended_in_its_place_whatever_others_add()
    {
        System.IO.File.WriteAllText(File, new string('x', StepSummary.Budget - 400));
        for (int i = 0; i < 12; i++)
        {
            StepSummary.Add(File, "m", Reported.Gate());
            System.IO.File.AppendAllText(File, $"other {i}\n");
        }

        Assert.Contains("- Paname left out      12 further results", Text, StringComparison.Ordinal);
        Assert.Equal(2, Text.Split("- Paname left out").Length);
        Assert.EndsWith("other 10\nother 11\n", Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Summary_that_others_filled_is_left_alone()
    {
        System.IO.File.WriteAllText(File, new string('x', 1024 * 1024));
        StepSummary.Add(File, "m", Reported.Gate());
        Assert.Equal(1024 * 1024, new FileInfo(File).Length);
    }

    private string ClosingLine()
    {
        string other = _folder.File("other.md");
        System.IO.File.WriteAllText(other, new string('x', StepSummary.Budget));
        StepSummary.Add(other, "m", Reported.Gate());
        return System.IO.File.ReadAllText(other)[StepSummary.Budget..];
    }
}
