namespace Paname.Onnx.Training.Steps;

/// <summary>The factors a Dropout multiplies by: 0 for dropped values, 1 / (1 - rate) for kept ones.</summary>
/// <param name="Name">The input of the step graph.</param>
/// <param name="Value">The value whose shape it has.</param>
/// <param name="Rate">The share that is dropped.</param>
internal sealed record DropoutMask(string Name, string Value, float Rate);
