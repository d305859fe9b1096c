namespace Paname.Testing;

/// <summary>What a <see cref="MembershipSubject"/> is told when it is set up.</summary>
public sealed class AuditContext
{
    internal AuditContext(int seed, CancellationToken cancellationToken)
    {
        Seed = seed;
        CancellationToken = cancellationToken;
    }

    /// <summary>The audit's seed: from the attribute, else the assembly's <see cref="PanameSeedAttribute"/>, else PANAME_SEED, else 1.</summary>
    public int Seed { get; }

    /// <summary>Cancelled when the test's time is up.</summary>
    public CancellationToken CancellationToken { get; }
}
