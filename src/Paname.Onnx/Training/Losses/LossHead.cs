namespace Paname.Onnx.Training.Losses;

/// <summary>A loss at the end of a graph.</summary>
/// <param name="Losses">The losses that are averaged: one per record, or one per token.</param>
/// <param name="Slope">The gradient of the sum of <paramref name="Losses"/> with respect to the reading's value, in closed form.</param>
/// <param name="Count">How many losses count, a float without axes; <see langword="null"/> for one per record.</param>
internal sealed record LossHead(string Losses, string Slope, string? Count = null);
