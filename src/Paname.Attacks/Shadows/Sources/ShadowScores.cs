using Paname.Attacks.Targets;

namespace Paname.Attacks.Shadows;

/// <summary>What one shadow model gave: all outputs on the audited records, and the scaled logits there and on the population.</summary>
/// <param name="Outputs">On the audited records.</param>
/// <param name="Signals">One for each audited record and view.</param>
/// <param name="Population">One for each population record and view; <see langword="null"/> without a population.</param>
/// <param name="Saturated">How many of the signals of the records themselves are caps, since a probability was exactly 0.</param>
internal sealed record ShadowScores(TargetOutputs Outputs, double[] Signals, double[]? Population, int Saturated);
