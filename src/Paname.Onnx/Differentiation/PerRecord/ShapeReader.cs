using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Graphs.Schema;

namespace Paname.Onnx.Differentiation.PerRecord;

/// <summary>Reads where the entries of a computed shape come from, which shape inference does not tell: exporters write x.view(x.size(0), -1) as a dozen nodes.</summary>
internal sealed class ShapeReader(WorkingModel model, GraphView view)
{
    /// <summary>The entries of an int64 vector or number; <see langword="null"/> when it is made in another way.</summary>
    internal IReadOnlyList<ShapeEntry>? Read(string value)
    {
        if (view.Constant(value) is { } stored)
        {
            return TensorValues.Integers(stored) is { } numbers ? [.. numbers.Select(number => new ShapeEntry(number, null, 0))] : null;
        }

        return view.Producer(value) is not { } node ? null : node.OpType switch
        {
            "Shape" => Sizes(node),
            "Identity" or "Cast" or "Unsqueeze" or "Squeeze" or "Reshape" => Read(node.InputAt(0)),
            "Concat" => Join(node),
            "Gather" => Read(node.InputAt(0)) is { } from && Read(node.InputAt(1)) is [{ Number: { } index }] ? At(from, index) : null,
            "Slice" => Part(node),
            _ => null,
        };
    }

    private ShapeEntry[]? Sizes(NodeProto node)
    {
        if (model.Form(node.InputAt(0))?.Shape is not { } shape)
        {
            return null;
        }

        int start = (int)Bound(node.Integer("start", 0), shape.Count);
        int end = (int)Bound(node.Integer("end", shape.Count), shape.Count);
        return [.. Enumerable.Range(start, Math.Max(0, end - start)).Select(axis => new ShapeEntry(shape[axis].Size, node.InputAt(0), axis))];
    }

    private List<ShapeEntry>? Join(NodeProto node)
    {
        var entries = new List<ShapeEntry>();
        foreach (string input in node.Input)
        {
            if (Read(input) is { } part)
            {
                entries.AddRange(part);
            }
            else if (model.Form(input)?.Shape is [{ Size: { } count }])
            {
                entries.AddRange(Enumerable.Repeat(default(ShapeEntry), (int)count));
            }
            else
            {
                return null;
            }
        }

        return entries;
    }

    private ShapeEntry[]? Part(NodeProto node)
        => Read(node.InputAt(0)) is { } from
            && Read(node.InputAt(1)) is [{ Number: { } start }]
            && Read(node.InputAt(2)) is [{ Number: { } end }]
            && (node.InputAt(4).Length == 0 || Read(node.InputAt(4)) is [{ Number: 1 }])
            ? [.. from.Take((int)Bound(end, from.Count)).Skip((int)Bound(start, from.Count))]
            : null;

    private static ShapeEntry[]? At(IReadOnlyList<ShapeEntry> from, long index)
        => (index < 0 ? index + from.Count : index) is >= 0 and var at && at < from.Count ? [from[(int)at]] : null;

    private static long Bound(long index, int count) => Math.Clamp(index < 0 ? index + count : index, 0, count);
}
