namespace Paname.Onnx.Training.Losses;

/// <summary>What is made small, and the value of the graph it is computed from.</summary>
/// <param name="Loss">The loss.</param>
/// <param name="Value">The logits, or the outputs of a squared error.</param>
/// <param name="Classes">How many classes the labels have; <see langword="null"/> where the loss uses no classes.</param>
/// <param name="Width">How many outputs of a record a squared error compares; <see langword="null"/> where the graph leaves it open.</param>
/// <param name="Tokens">The input of token ids of a next-token loss.</param>
internal sealed record LossReading(TrainingLoss Loss, string Value, long? Classes = null, string? Tokens = null, long? Width = null);
