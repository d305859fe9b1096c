using System.Globalization;

namespace ModelRepoExample.Demo.Tests;

/// <summary>A folder of results as the four test runs of the demo leave them.</summary>
internal sealed class DemoFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("paname-demo-");

    internal string Path => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);

    internal void WriteTrx(string run, params (string ClassName, string Outcome)[] tests)
    {
        IEnumerable<string> results = tests.Select((test, i) => $"""<UnitTestResult testId="{i}" testName="T{i}" outcome="{test.Outcome}" />""");
        IEnumerable<string> definitions = tests.Select((test, i) =>
            $"""<UnitTest id="{i}" name="T{i}"><TestMethod className="{test.ClassName}" name="T{i}" /></UnitTest>""");
        File.WriteAllText(
            System.IO.Path.Combine(Path, run + ".trx"),
            $"""
            <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
              <Results>{string.Concat(results)}</Results>
              <TestDefinitions>{string.Concat(definitions)}</TestDefinitions>
            </TestRun>
            """);
    }

    /// <summary>Gates without shadow models.</summary>
    internal void WriteGates(string run, params (string Metric, double Estimate, double Lower, double Upper, double Limit, string Verdict)[] gates)
        => Write(run, "smoke/1", "Loss", gates);

    /// <summary>Gates with shadow models, after those without.</summary>
    internal void WriteStrongGates(string run, params (string Metric, double Estimate, double Lower, double Upper, double Limit, string Verdict)[] gates)
        => Write(run, "standard/1", "LiRA", gates);

    /// <summary>A comparison with a baseline.</summary>
    internal void WriteBaseline(string run, string verdict, double difference)
        => File.AppendAllLines(
            System.IO.Path.Combine(Path, run + ".jsonl"),
            [string.Create(
                CultureInfo.InvariantCulture,
                $$"""{"attackSet":"smoke/1","baseline":"CreditPrivacyTests.No_more","difference":{{difference}},"estimate":0.5,"framework":"xUnit","holds":{{(verdict == "Same" ? "true" : "false")}},"metric":"baseline","metricName":"Loss auc","model":"{{run}}.onnx","seed":1,"test":"No_more","verdict":"{{verdict}}"}""")]);

    private void Write(string run, string set, string attack, (string Metric, double Estimate, double Lower, double Upper, double Limit, string Verdict)[] gates)
        => File.AppendAllLines(
            System.IO.Path.Combine(Path, run + ".jsonl"),
            gates.Select(gate => string.Create(
                CultureInfo.InvariantCulture,
                $$"""{"test":"N.CreditPrivacyTests.Stays_hidden(Loss)","framework":"xUnit","model":"{{run}}.onnx","attack":"{{attack}}","attackSet":"{{set}}","metric":"{{gate.Metric}}","estimate":{{gate.Estimate}},"lower":{{gate.Lower}},"upper":{{gate.Upper}},"lowerOfAll":{{gate.Lower - 0.01}},"chosenAmong":7,"limit":{{gate.Limit}},"verdict":"{{gate.Verdict}}","members":2200,"nonMembers":2200}""")));
}
