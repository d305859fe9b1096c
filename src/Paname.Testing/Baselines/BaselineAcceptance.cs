namespace Paname.Testing;

/// <summary>Why values that needed a reason were accepted.</summary>
/// <param name="Date">The day, in UTC.</param>
/// <param name="Reason">The reason its owner gave.</param>
/// <param name="Kind">"worse", "new anchor", "changed set-up", or "unnamed model" when a delegate cannot prove that it was trained anew.</param>
/// <param name="Metrics">The metrics concerned: "Loss auc: 0.5312 -> 0.5702".</param>
public sealed record BaselineAcceptance(DateOnly Date, string Reason, string Kind, IReadOnlyList<string> Metrics);
