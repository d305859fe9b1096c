namespace Paname.Attacks.Data;

/// <summary>One finding about the split.</summary>
/// <param name="Kind">What was found.</param>
/// <param name="IsFatal">Whether an audit of this split would mean nothing.</param>
/// <param name="Count">How many records, ids, groups or classes it concerns.</param>
/// <param name="Message">A sentence for people; it names at most five records, by position, and never a value.</param>
public sealed record HygieneFinding(HygieneKind Kind, bool IsFatal, int Count, string Message);
