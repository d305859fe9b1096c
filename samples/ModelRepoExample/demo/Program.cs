using ModelRepoExample.Demo;

// Reads what four test runs left in one folder, <framework>-<model>.trx and .jsonl, and exits 0 only if green was green and red was red.
if (args is not [string folder])
{
    Console.Error.WriteLine("usage: ModelRepoExample.Demo <folder of results>");
    return 2;
}

DemoRun[] runs =
[
    DemoRun.Read(folder, "Xunit", "credit", overfitted: false),
    DemoRun.Read(folder, "NUnit", "credit", overfitted: false),
    DemoRun.Read(folder, "Xunit", "credit-overfit", overfitted: true),
    DemoRun.Read(folder, "NUnit", "credit-overfit", overfitted: true),
];

Console.WriteLine();
foreach (string line in DemoTable.Lines(runs))
{
    Console.WriteLine(line);
}

Console.WriteLine();
string[] problems = [.. runs.SelectMany(DemoCheck.Problems)];
if (problems.Length == 0)
{
    Console.WriteLine(DemoStory.Tell(runs));
    return 0;
}

Console.WriteLine("Not as it must be:");
foreach (string problem in problems)
{
    Console.WriteLine("  " + problem);
}

return 1;
