namespace Paname.Onnx.Training;

/// <summary>A stored tensor that training changes.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Shape">Its axes.</param>
/// <param name="Kind">What it is, for the user: such as the weight of a layer, or a running mean.</param>
public sealed record TrainedTensor(string Name, IReadOnlyList<long> Shape, string Kind);
