namespace Paname.Onnx.Differentiation.PerRecord;

/// <summary>One entry of a shape that a graph computes: a number, the size of an axis of some value, or neither.</summary>
/// <param name="Number">The number, where it is one.</param>
/// <param name="Value">The value whose axis is measured.</param>
/// <param name="Axis">The axis, counted from the front.</param>
internal readonly record struct ShapeEntry(long? Number, string? Value, int Axis);
