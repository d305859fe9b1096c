using Paname.Attacks.Metrics;

namespace Paname.Testing;

/// <summary>What one attack shows of epsilon.</summary>
/// <param name="Attack">The attack's name.</param>
/// <param name="Estimate">The lower bound, at the attack's share of the level.</param>
/// <param name="Ceiling">What a perfect attack on as many records would show, at the same share.</param>
public sealed record AttackEpsilon(string Attack, EpsilonEstimate Estimate, double Ceiling)
{
    /// <summary>Why the bound refutes nothing, such as a shifted split; <see langword="null"/> when it does.</summary>
    public string? Doubt { get; init; }

    internal bool Refutes(double claim) => Doubt is null && Estimate.Value >= claim;
}
