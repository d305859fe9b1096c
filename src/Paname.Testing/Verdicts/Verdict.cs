namespace Paname.Testing;

/// <summary>The judgement of a limit, with the text a person reads.</summary>
/// <param name="Outcome">What the audit says.</param>
/// <param name="Holds">Whether the test passes under the evidence asked for.</param>
/// <param name="Message">The judgement in full: attacks, estimates, bounds, records, seed, replay line and what to try next.</param>
/// <param name="Attacks">The judged attacks, strongest first.</param>
public sealed record Verdict(VerdictOutcome Outcome, bool Holds, string Message, IReadOnlyList<AttackVerdict> Attacks);
