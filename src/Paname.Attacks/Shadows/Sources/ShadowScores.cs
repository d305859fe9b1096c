using Paname.Attacks.Targets;

namespace Paname.Attacks.Shadows;

/// <summary>What one shadow model gave: all outputs on the audited records, and the scaled logits there and on the population.</summary>
/// <param name="Outputs">On the audited records.</param>
/// <param name="Signals">One for each audited record.</param>
/// <param name="Population">One for each population record; <see langword="null"/> without a population.</param>
/// <param name="Saturated">How many of the signals are caps, since a probability was exactly 0.</param>
internal sealed record ShadowScores(TargetOutputs Outputs, double[] Signals, double[]? Population, int Saturated);
