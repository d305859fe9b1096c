namespace Paname.Onnx.Training;

/// <summary>A stored floating-point tensor that training leaves as it is.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Shape">Its axes.</param>
/// <param name="Reason">Why, for the user: such as a constant that standardises the inputs.</param>
public sealed record FrozenTensor(string Name, IReadOnlyList<long> Shape, string Reason);
