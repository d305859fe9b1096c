namespace Paname.Onnx.Graphs.Editing;

/// <summary>One axis of a value's shape: a known size, a named symbol that is the same size wherever it stands, or neither.</summary>
/// <param name="Size">The size, where known.</param>
/// <param name="Symbol">The symbol, where the size is not known but named.</param>
internal readonly record struct Dimension(long? Size, string? Symbol)
{
    internal bool IsOne => Size == 1;

    /// <summary>Whether the two axes surely have one size: two unknown ones may differ.</summary>
    internal bool SurelyEquals(Dimension other) => this == other && (Size is not null || Symbol is not null);
}
