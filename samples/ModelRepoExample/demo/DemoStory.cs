using System.Globalization;

namespace ModelRepoExample.Demo;

/// <summary>Says in three sentences what happened.</summary>
internal static class DemoStory
{
    internal static string Tell(IReadOnlyList<DemoRun> runs)
    {
        DemoRun[] green = [.. runs.Where(run => !run.Overfitted)];
        DemoRun[] red = [.. runs.Where(run => run.Overfitted)];
        JudgedGate[] auc = [.. red.SelectMany(run => run.Gates).Where(gate => gate.IsAuc)];
        JudgedGate strongest = auc.MaxBy(gate => gate.Estimate)!;
        double plain = auc.Where(gate => !gate.HadShadows).Max(gate => gate.Estimate) ?? double.NaN;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            The regularised model kept every limit: {green.Sum(run => run.Privacy.Passed)} privacy tests passed, none failed.
            The overfitted model passed all {red.Sum(run => run.Accuracy.Passed)} accuracy tests, yet {red.Sum(run => run.Privacy.Failed)} privacy tests failed: the {strongest.Attack} attack tells training records
            from others with AUC {strongest.Estimate:F4} on {strongest.Members} members and {strongest.NonMembers} non-members. It was chosen among {strongest.ChosenAmong} attacks for its estimate;
            at 95 % confidence, that allowed for, its AUC is at least {strongest.LowerOfAll:F4}.
            Without shadow models no attack got beyond {plain:F4}: copies of the model, retrained from its own file, tell what it says of strangers.
            """);
    }
}
