namespace Paname.Attacks.Metrics;

/// <summary>A lower bound of epsilon with all that it rests on. There is no upper bound: a weak attack gives 0, which is no evidence of safety.</summary>
/// <param name="Value">The bound, 0 or more and finite.</param>
/// <param name="Method">How it was computed.</param>
/// <param name="Delta">The delta it belongs to.</param>
/// <param name="Level">One-sided error rate of the bound, all corrections included.</param>
/// <param name="Correction">What pays for choices made on the data, as a clause for the report.</param>
/// <param name="Kind">Whether it bounds the epsilon of differential privacy.</param>
/// <param name="RestsOn">What must be true for it to hold, as a clause for the report.</param>
public sealed record EpsilonEstimate(double Value, EpsilonMethod Method, double Delta, double Level, string Correction, EpsilonKind Kind, string RestsOn);
