using System.Text.Json;
using Paname.Testing.Tests.Support;

namespace Paname.Testing.Tests.Verdicts;

/// <summary>PANAME_RESULTS: one JSON line per judged gate. Runs alone: it changes the environment.</summary>
[Collection("environment")]
public sealed class GateLogTests : IDisposable
{
    private readonly string _file = Path.Combine(Directory.CreateTempSubdirectory("paname-gates-").FullName, "gates.jsonl");

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(GateLog.Variable, null);
        Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);
    }

    [Fact]
    public void Each_judgement_is_one_line_without_records()
    {
        Environment.SetEnvironmentVariable(GateLog.Variable, _file);
        var gate = new Gate();
        AuditedMetric auc = gate.Auc(Synthetic.Model(), Synthetic.Data(1000, leak: 1));
        auc.IsBelow(.55);
        auc.IsBelow(.9);

        string[] lines = File.ReadAllLines(_file);
        Assert.Equal(2, lines.Length);
        JsonElement line = JsonDocument.Parse(lines[0]).RootElement;
        Assert.Equal("Loss", line.GetProperty("attack").GetString());
        Assert.Equal("auc", line.GetProperty("metric").GetString());
        Assert.Equal("Fail", line.GetProperty("verdict").GetString());
        Assert.Equal("Pass", JsonDocument.Parse(lines[1]).RootElement.GetProperty("verdict").GetString());
        Assert.Equal(auc.Strongest.Estimate.Upper, line.GetProperty("upper").GetDouble());
        Assert.Equal(("smoke/1", 3), (line.GetProperty("attackSet").GetString(), line.GetProperty("chosenAmong").GetInt32()));
        Assert.Equal(auc.Strongest.Adjusted.Lower, line.GetProperty("lowerOfAll").GetDouble());
        Assert.DoesNotContain("member #", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Class_gates_are_told_apart()
    {
        Environment.SetEnvironmentVariable(GateLog.Variable, _file);
        new Gate().Auc(Synthetic.Model(), Synthetic.Data(1000, leak: 1)).PerClass().Judge(.6);
        JsonElement line = JsonDocument.Parse(File.ReadAllLines(_file).Single()).RootElement;
        Assert.Equal(("auc per class", "Fail"), (line.GetProperty("metric").GetString(), line.GetProperty("verdict").GetString()));
        Assert.StartsWith("Loss on class ", line.GetProperty("attack").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Writers_at_once_lose_no_line()
    {
        Environment.SetEnvironmentVariable(GateLog.Variable, _file);
        var gate = new Gate();
        AuditedMetric auc = gate.Auc(Synthetic.Model(), Synthetic.Data(300, leak: 0));
        Parallel.For(0, 50, _ => auc.Judge(.7));
        Assert.Equal(50, File.ReadAllLines(_file).Count(line => line.StartsWith('{') && line.EndsWith('}')));
    }
}
