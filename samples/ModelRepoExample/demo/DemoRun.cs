namespace ModelRepoExample.Demo;

/// <summary>What one test run left behind: its tests' outcomes and the limits it judged.</summary>
internal sealed record DemoRun(string Framework, string Model, bool Overfitted, TestOutcomes Privacy, TestOutcomes Accuracy, IReadOnlyList<JudgedGate> Gates)
{
    private static readonly TestOutcomes None = new(0, 0, 0);

    internal static DemoRun Read(string folder, string framework, string model, bool overfitted)
    {
        string file = Path.Combine(folder, $"{framework}-{model}");
        bool ran = File.Exists(file + ".trx");
        return new(
            framework,
            model,
            overfitted,
            ran ? TestOutcomes.Read(file + ".trx", privacy: true) : None,
            ran ? TestOutcomes.Read(file + ".trx", privacy: false) : None,
            JudgedGate.Read(file + ".jsonl"));
    }
}
