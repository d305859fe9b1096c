using Paname.Attacks.Metrics;

namespace Paname.Testing;

/// <summary>An attack's estimate of a metric.</summary>
/// <param name="Attack">The attack's name.</param>
/// <param name="Estimate">The estimate with one-sided 95 % bounds.</param>
public sealed record AttackEstimate(string Attack, BoundedEstimate Estimate);
