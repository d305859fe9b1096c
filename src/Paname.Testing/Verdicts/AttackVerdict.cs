using Paname.Attacks.Metrics;

namespace Paname.Testing;

/// <summary>One attack's estimate held against a limit.</summary>
/// <param name="Attack">The attack's name.</param>
/// <param name="Outcome">What the attack says about the limit.</param>
/// <param name="Estimate">The estimate with one-sided 95 % bounds; <see langword="null"/> when there are too few records to compute it.</param>
/// <param name="AdjustedPValue">Holm-adjusted p-value of "the value is at least the limit", over the attacks of the audit; 1 when not computed.</param>
/// <param name="Reason">Why it is inconclusive or not applicable, as a clause; <see langword="null"/> otherwise.</param>
public sealed record AttackVerdict(string Attack, VerdictOutcome Outcome, BoundedEstimate? Estimate, double AdjustedPValue, string? Reason);
