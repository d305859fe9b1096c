namespace ModelRepoExample.Demo;

/// <summary>Whether green was green and red was red, for the reason claimed.</summary>
internal static class DemoCheck
{
    /// <returns>One sentence for each thing that is not as it must be; empty when all is.</returns>
    internal static IEnumerable<string> Problems(DemoRun run)
    {
        string name = $"{run.Framework}, {run.Model}";
        if (run.Accuracy is not { Passed: > 0, Failed: 0 })
        {
            yield return $"{name}: the accuracy tests must pass ({run.Accuracy.Passed} passed, {run.Accuracy.Failed} failed).";
        }

        foreach (bool shadows in new[] { false, true })
        {
            if (!run.Gates.Any(gate => gate.IsAuc && gate.HadShadows == shadows))
            {
                yield return $"{name}: no AUC gate was judged {(shadows ? "with" : "without")} shadow models.";
            }
        }

        foreach (string problem in run.Overfitted ? NotRed(run) : NotGreen(run))
        {
            yield return $"{name}: {problem}";
        }
    }

    private static IEnumerable<string> NotGreen(DemoRun run)
    {
        if (run.Privacy is not { Passed: > 0, Failed: 0 })
        {
            yield return $"the privacy tests must pass ({run.Privacy.Passed} passed, {run.Privacy.Failed} failed).";
        }

        foreach (JudgedGate gate in run.Gates.Where(gate => !gate.Passed))
        {
            yield return $"the {gate.MetricShown} gate of {gate.Attack ?? "no attack"} must pass and is {gate.Verdict}.";
        }
    }

    private static IEnumerable<string> NotRed(DemoRun run)
    {
        if (run.Privacy.Failed == 0)
        {
            yield return "the privacy tests must fail and none did.";
        }

        JudgedGate[] leaking = [.. run.Gates.Where(gate => gate.IsAuc && gate.Estimate >= gate.Limit)];
        if (leaking.Length == 0)
        {
            yield return "no AUC gate is at or above its limit.";
        }

        if (!run.Gates.Any(gate => gate is { IsBaseline: true, Verdict: "Worse" }))
        {
            yield return "no gate finds the model worse than its baseline.";
        }

        foreach (JudgedGate gate in leaking.Where(gate => !gate.LeakProven))
        {
            yield return $"the AUC of {gate.Attack} is above its limit and its gate is {gate.Verdict}.";
        }
    }
}
