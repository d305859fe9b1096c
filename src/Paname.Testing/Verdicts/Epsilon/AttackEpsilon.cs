using Paname.Attacks.Metrics;

namespace Paname.Testing;

/// <summary>What one attack shows of epsilon.</summary>
/// <param name="Attack">The attack's name.</param>
/// <param name="Estimate">The lower bound, at the attack's share of the level.</param>
/// <param name="Ceiling">What a perfect attack on as many records would show, at the same share.</param>
public sealed record AttackEpsilon(string Attack, EpsilonEstimate Estimate, double Ceiling);
