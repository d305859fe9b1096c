namespace Paname.Tool.Tests;

/// <summary>A token planted in the data appears in nothing the tool prints or writes.</summary>
public sealed class SilenceTests
{
    private const string Token = "ZZTOKENZZ";

    [Fact]
    public void Files_and_messages_of_an_audit_hold_no_value()
    {
        using var tool = new ToolRun();
        tool.Write("train.csv", Table(0));
        tool.Write("holdout.csv", Table(1));
        tool.Write("p.csv", "p0,p1,y,member,id\n" + string.Join('\n', Enumerable.Range(0, 400).Select(i => FormattableString.Invariant($"0.{4 + (i % 3)},0.{6 - (i % 3)},{i % 2},{i / 200},{Token}{i}"))) + "\n");
        (int code, string output, string error) = tool.Run(
            "audit", "--predictions", "p.csv", "--output", "probabilities", "--outputs", "p0", "p1", "--label", "y", "--member", "member", "--id", "id",
            "--auc-below", "0.55", "--html", "out/r.html", "--markdown", "out/r.md", "--json-file", "out/r.json", "--sarif", "out/r.sarif", "--history", "out/h.jsonl", "--baseline", "out/p.verified.json");
        Assert.True(code is 1 or 3, output + error);
        Assert.Equal(6, Directory.GetFiles(tool.At("out")).Length);
        Nowhere(tool, output, error);
        (_, output, error) = tool.Run("doctor", "--members", "train.csv", "--non-members", "holdout.csv", "--label", "y", "--id", "id");
        Nowhere(tool, output, error);
    }

    [Theory]
    [InlineData("p0,p1,y,member\n0.5,0.5,0,1\n0.5," + Token + ",1,0\n")]
    [InlineData("p0,p1,y,member\n0.5,0.5," + Token + ",1\n0.5,0.5,1,0\n")]
    [InlineData("p0,p1,y,member\n0.5,0.5,0,1\n0.5,0.5,1," + Token + "\n")]
    [InlineData("p0,p1,y,member\n0.5,0.5,0,1\n\"" + Token + ",0.5,1,0\n")]
    [InlineData(Token + "\n")]
    public void A_broken_file_is_told_by_place_and_not_by_value(string text)
    {
        using var tool = new ToolRun();
        tool.Write("p.csv", text);
        (int code, string output, string error) = tool.Run(
            "audit", "--predictions", "p.csv", "--output", "probabilities", "--outputs", "p0", "p1", "--label", "y", "--member", "member", "--json");
        Assert.Equal(4, code);
        Assert.Contains("p.csv", error, StringComparison.Ordinal);
        Nowhere(tool, output, error);
    }

    private static string Table(int side)
        => "id,a,text,y\n" + string.Join('\n', Enumerable.Range(0, 60).Select(i => FormattableString.Invariant($"{Token}{(i == 7 ? 0 : (1000 * side) + i)},{i + (side * 100)}.5,{Token}x{i},{i % 2}"))) + "\n";

    private static void Nowhere(ToolRun tool, string output, string error)
    {
        Assert.DoesNotContain(Token, output + error, StringComparison.OrdinalIgnoreCase);
        string[] written = Directory.Exists(tool.At("out")) ? Directory.GetFiles(tool.At("out")) : [];
        Assert.All(written, file => Assert.DoesNotContain(Token, File.ReadAllText(file), StringComparison.OrdinalIgnoreCase));
    }
}
