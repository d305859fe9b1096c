using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Graphs.Editing;

/// <summary>What is known of a value before it is computed: its element type and its axes.</summary>
/// <param name="Element">The element type.</param>
/// <param name="Shape">The axes; <see langword="null"/> when not even their number is known.</param>
internal sealed record TensorForm(DataType Element, IReadOnlyList<Dimension>? Shape)
{
    internal bool IsFloating => Element is DataType.Float or DataType.Double or DataType.Float16 or DataType.Bfloat16;

    /// <summary>All sizes, when every one is known.</summary>
    internal IReadOnlyList<long>? Sizes => Shape is not null && Shape.All(axis => axis.Size is not null) ? [.. Shape.Select(axis => axis.Size!.Value)] : null;
}
