namespace Paname.Testing;

/// <summary>The judgement of a result against its baseline, with the text a person reads.</summary>
/// <param name="Outcome">What the comparison says; <see langword="null"/> when the attack of a theory's row does not give the metric, which leaves the verdict to the other rows.</param>
/// <param name="Holds">Whether the test passes: it leaks no more than before, or what changed was accepted in this run.</param>
/// <param name="Message">The judgement in full: metrics, differences, where the received file is and how to accept it.</param>
/// <param name="Comparison">The comparison metric by metric; <see langword="null"/> when there was nothing to compare.</param>
public sealed record BaselineVerdict(BaselineOutcome? Outcome, bool Holds, string Message, BaselineComparison? Comparison);
