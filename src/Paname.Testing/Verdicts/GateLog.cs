using System.Text;
using System.Text.Json;

namespace Paname.Testing;

/// <summary>Writes one JSON line per judged gate to the file named by PANAME_RESULTS, for summaries made after the run. No record, no id.</summary>
internal static class GateLog
{
    internal const string Variable = "PANAME_RESULTS";

    private const string LockName = "paname-results";

    internal static void Write(MembershipAuditResult audit, ILimitCriterion criterion, double limit, Evidence evidence, Verdict verdict, GateContext context)
    {
        if (string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(Variable)))
        {
            return;
        }

        AttackVerdict? strongest = verdict.Attacks.Count > 0 ? verdict.Attacks[0] : null;
        int family = audit.Planned.Count(attack => criterion.NotApplicable(attack) is null);
        AttackResult? own = audit.Applicable.FirstOrDefault(attack => attack.Name == strongest?.Attack);
        Append(new Dictionary<string, object?>
        {
            ["attack"] = strongest?.Attack,
            ["attackSet"] = audit.AttackSet,
            ["chosenAmong"] = family,
            ["estimate"] = strongest?.Estimate?.Value,
            ["evidence"] = evidence.ToString(),
            ["framework"] = context.Framework,
            ["limit"] = limit,
            ["lossEstimate"] = audit.Applicable.FirstOrDefault(attack => attack.Name == "Loss") is { Sample: { } loss } ? criterion.Estimate(loss).Value : null,
            ["lower"] = strongest?.Estimate?.Lower,
            ["lowerOfAll"] = strongest?.Estimate is null || own?.Sample is not { } sample ? null : criterion.Estimate(sample, .05 / family).Lower,
            ["members"] = own?.Sample?.Members ?? audit.Members,
            ["metric"] = criterion.Key,
            ["model"] = audit.Target,
            ["nonMembers"] = own?.Sample?.NonMembers ?? audit.NonMembers,
            ["seed"] = audit.Seed,
            ["test"] = context.Test,
            ["upper"] = strongest?.Estimate?.Upper,
            ["verdict"] = verdict.Outcome.ToString(),
        });
    }

    /// <summary>One line for a limit held against every class: the attack and class with the highest estimate.</summary>
    internal static void WritePerClass(MembershipAuditResult audit, ILimitCriterion criterion, double limit, Evidence evidence, Verdict verdict, GateContext context)
    {
        AttackVerdict? worst = verdict.Attacks.Count > 0 ? verdict.Attacks[0] : null;
        Append(new Dictionary<string, object?>
        {
            ["attack"] = worst?.Attack,
            ["attackSet"] = audit.AttackSet,
            ["estimate"] = worst?.Estimate?.Value,
            ["evidence"] = evidence.ToString(),
            ["framework"] = context.Framework,
            ["limit"] = limit,
            ["lower"] = worst?.Estimate?.Lower,
            ["metric"] = criterion.Key + " per class",
            ["model"] = audit.Target,
            ["seed"] = audit.Seed,
            ["test"] = context.Test,
            ["upper"] = worst?.Estimate?.Upper,
            ["verdict"] = verdict.Outcome.ToString(),
        });
    }

    /// <summary>Adds a line to the file, if one is named.</summary>
    internal static void Append(Dictionary<string, object?> fields)
    {
        string? path = Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrWhiteSpace(path))
        {
            return;
        }

        string line = JsonSerializer.Serialize(fields);
        using var mutex = new Mutex(initiallyOwned: false, LockName);
        Enter(mutex);
        try
        {
            File.AppendAllText(path, line + "\n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
        finally
        {
            mutex.ReleaseMutex();
        }
    }

    private static void Enter(Mutex mutex)
    {
        try
        {
            mutex.WaitOne();
        }
        catch (AbandonedMutexException)
        {
            // Another test host was killed while it wrote; the lock is ours now.
        }
    }
}
