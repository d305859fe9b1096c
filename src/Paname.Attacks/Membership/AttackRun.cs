using System.IO.Hashing;
using System.Text;

namespace Paname.Attacks.Membership;

/// <summary>One run of an attack: its seed, and how it is watched and stopped.</summary>
/// <param name="Seed">Decides every random choice of the attack.</param>
public sealed record AttackRun(int Seed)
{
    /// <summary>Told the share of the work that is done, 0 to 1; default <see langword="null"/>.</summary>
    public IProgress<double>? Progress { get; init; }

    /// <summary>Stops the attack; default none.</summary>
    public CancellationToken CancellationToken { get; init; }

    /// <summary>How many threads may work at once; -1 for as many as there are. No number depends on it.</summary>
    internal int Threads { get; init; } = -1;

    /// <summary>The run of one attack of an audit: its seed follows from the audit's and the attack's name, so that attacks neither share random numbers nor depend on which others run.</summary>
    /// <param name="auditSeed">The audit's seed.</param>
    /// <param name="attack">The attack's name.</param>
    /// <param name="cancellationToken">Stops the attack.</param>
    /// <returns>The run.</returns>
    public static AttackRun Of(int auditSeed, string attack, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(attack);
        return new AttackRun((int)XxHash32.HashToUInt32(Encoding.UTF8.GetBytes(attack), auditSeed)) { CancellationToken = cancellationToken };
    }
}
