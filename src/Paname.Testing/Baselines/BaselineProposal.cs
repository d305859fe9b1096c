namespace Paname.Testing;

/// <summary>A better run that was accepted as a proposal: it takes effect once a retraining with another seed is better too.</summary>
/// <param name="TargetFingerprint">SHA-256 of its model; a confirming model differs.</param>
/// <param name="Estimates">Its metrics that were better.</param>
public sealed record BaselineProposal(string? TargetFingerprint, IReadOnlyDictionary<string, double> Estimates);
