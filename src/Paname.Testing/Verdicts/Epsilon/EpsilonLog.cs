namespace Paname.Testing;

/// <summary>The line of a judged epsilon among the machine-readable results.</summary>
internal static class EpsilonLog
{
    internal static void Write(EpsilonSubject subject, double claim, EpsilonVerdict verdict, GateContext context)
    {
        AttackEpsilon strongest = verdict.Attacks[0];
        GateLog.Append(new Dictionary<string, object?>
        {
            ["attack"] = strongest.Attack,
            ["ceiling"] = strongest.Ceiling,
            ["delta"] = strongest.Estimate.Delta,
            ["framework"] = context.Framework,
            ["kind"] = strongest.Estimate.Kind.ToString(),
            ["limit"] = claim,
            ["lower"] = strongest.Estimate.Value,
            ["members"] = subject.Members,
            ["method"] = strongest.Estimate.Method.ToString(),
            ["metric"] = "epsilon",
            ["model"] = subject.Target,
            ["nonMembers"] = subject.NonMembers,
            ["seed"] = subject.Seed,
            ["test"] = context.Test,
            ["verdict"] = verdict.IsRefuted ? "Fail" : "NotRefuted",
        });
    }
}
