using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Graphs.Schema;

namespace Paname.Onnx.Differentiation.PerRecord;

/// <summary>Follows the axis of the records from the inputs through a graph. What it does not know it calls unknown: a wrong answer would be a wrong norm.</summary>
internal sealed class RecordLayouts
{
    private readonly Dictionary<string, RecordLayout> _layouts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _rowsPerRecord = new(StringComparer.Ordinal);
    private readonly WorkingModel _model;
    private readonly GraphView _view;
    private readonly ShapeReader _shapes;
    private readonly Dimension? _records;

    /// <param name="model">The model, refreshed.</param>
    /// <param name="records">The inputs whose first axis counts the records; all others are the same for every record.</param>
    internal RecordLayouts(WorkingModel model, IReadOnlyCollection<string> records)
    {
        _model = model;
        _view = new GraphView(model.Graph);
        _shapes = new ShapeReader(model, _view);
        foreach (string input in records)
        {
            _layouts[input] = RecordLayout.Records;
        }

        _records = records.Select(input => model.Form(input)?.Shape).FirstOrDefault(shape => shape is { Count: > 0 })?[0];
        foreach (NodeProto node in model.Graph.Node)
        {
            RecordLayout layout = Judge(node);
            foreach (string output in node.Output)
            {
                _layouts[output] = layout;
            }

            if (layout == RecordLayout.Rows && RowsPerRecord(node) is { } rows)
            {
                _rowsPerRecord[node.Output[0]] = rows;
            }
        }
    }

    /// <summary>The layout of a value.</summary>
    internal RecordLayout Of(string value) => _layouts.GetValueOrDefault(value, RecordLayout.Shared);

    internal int? Rank(string value) => _model.Form(value)?.Shape?.Count;

    private RecordLayout Judge(NodeProto node)
    {
        string[] moving = [.. node.Input.Where(input => input.Length > 0 && Of(input) != RecordLayout.Shared)];
        if (moving.Length == 0 || node.OpType is "Shape" or "Size")
        {
            return RecordLayout.Shared;
        }

        RecordLayout layout = Of(moving[0]);
        if (layout == RecordLayout.Unknown || node.Domain is not ("" or "ai.onnx") || moving.Any(input => Of(input) != layout))
        {
            return RecordLayout.Unknown;
        }

        if (node.OpType == "Reshape")
        {
            return moving.Length == 1 && moving[0] == node.InputAt(0) ? Reshaped(node) : RecordLayout.Unknown;
        }

        bool onlyFirst = moving.Length == 1 && moving[0] == node.InputAt(0);
        bool kept = AxisOperators.IsBroadcast(node.OpType) ? moving.All(input => Rank(input) is { } rank && rank == Rank(node.Output[0]))
            : AxisOperators.KeepsFirst(node.OpType) ? onlyFirst
            : node.OpType switch
            {
                "BatchNormalization" => onlyFirst && node.Integer("training_mode", 0) == 0,
                "LayerNormalization" or "Softmax" or "LogSoftmax" => onlyFirst && IsInner(node.Integer("axis", -1), node.InputAt(0)),
                "Concat" => IsInner(node.Integer("axis", 0), node.Output[0]),
                "Split" => onlyFirst && IsInner(node.Integer("axis", 0), node.InputAt(0)),
                "Transpose" => node.Integers("perm") is [0, ..],
                "Flatten" => node.Integer("axis", 1) >= 1,
                "Gather" => IsKeptByGather(node, onlyFirst),
                "GatherElements" => IsInner(node.Integer("axis", 0), node.InputAt(0)),
                "Squeeze" => onlyFirst && AreInner(node.InputAt(1), node.InputAt(0)),
                "Unsqueeze" => onlyFirst && AreInner(node.InputAt(1), node.Output[0]),
                "Slice" => onlyFirst && AreInner(node.InputAt(3), node.InputAt(0)),
                "Expand" => onlyFirst && Rank(node.InputAt(0)) == Rank(node.Output[0]),
                "Gemm" => onlyFirst && node.Integer("transA", 0) == 0,
                "MatMul" => IsKeptByMatMul(node, onlyFirst),
                _ => node.OpType.StartsWith("Reduce", StringComparison.Ordinal) && onlyFirst && AreInner(node.InputAt(1), node.InputAt(0)),
            };
        if (!kept)
        {
            return RecordLayout.Unknown;
        }

        return node.OpType == "Flatten" && node.Integer("axis", 1) > 1 ? RecordLayout.Rows : layout;
    }

    private bool IsInner(long axis, string value) => Rank(value) is { } rank && (axis < 0 ? axis + rank : axis) > 0;

    private bool AreInner(string axes, string value)
        => _view.Constant(axes) is { } stored && TensorValues.Integers(stored) is { Length: > 0 } numbers && numbers.All(axis => IsInner(axis, value));

    private bool IsKeptByGather(NodeProto node, bool onlyData)
    {
        long axis = node.Integer("axis", 0);
        return onlyData ? IsInner(axis, node.InputAt(0)) : axis == 0 && Of(node.InputAt(0)) == RecordLayout.Shared;
    }

    private bool IsKeptByMatMul(NodeProto node, bool onlyFirst)
    {
        if (Rank(node.InputAt(0)) is not { } a || Rank(node.InputAt(1)) is not { } b)
        {
            return false;
        }

        return onlyFirst ? a >= 2 && b <= a
            : Of(node.InputAt(0)) == RecordLayout.Shared ? b >= 3 && a <= b
            : a == b && a >= 3;
    }

    /// <summary>Elements stay in order, so whole rows per record remain when the first axis is made the records again, or swallows axes while the last ones stay as they are.</summary>
    private RecordLayout Reshaped(NodeProto node)
    {
        IReadOnlyList<ShapeEntry>? entries = _shapes.Read(node.InputAt(1));
        if (IsRecords(node.Output[0]) || (entries is [{ Value: { } measured, Axis: 0 }, ..] && Of(measured) == RecordLayout.Records))
        {
            return RecordLayout.Records;
        }

        if (entries is [{ Number: 0 }, ..] && node.Integer("allowzero", 0) == 0)
        {
            return Of(node.InputAt(0));
        }

        if (entries is [{ Number: -1 }, ..] && Inner(entries) is { } inner && Elements(node.InputAt(0)) is { } elements && elements % inner == 0)
        {
            return elements == inner ? RecordLayout.Records : RecordLayout.Rows;
        }

        if (entries is not { Count: > 0 } || _model.Form(node.InputAt(0))?.Shape is not { } from || entries.Count > from.Count)
        {
            return RecordLayout.Unknown;
        }

        bool same = Enumerable.Range(1, entries.Count - 1).All(back => IsAxis(entries[^back], from[^back], node.InputAt(0), from.Count - back));
        return same ? RecordLayout.Rows : RecordLayout.Unknown;
    }

    private long? RowsPerRecord(NodeProto node)
        => node.OpType is "Reshape" or "Flatten"
            ? Elements(node.InputAt(0)) is { } elements && _shapes.Read(node.InputAt(1)) is { } entries && Inner(entries) is { } inner ? elements / inner : null
            : node.Input.Where(_rowsPerRecord.ContainsKey).Select(input => (long?)_rowsPerRecord[input]).FirstOrDefault();

    /// <summary>Elements of one record in a value, where the model fixes them.</summary>
    private long? Elements(string value)
    {
        long? rows = Of(value) == RecordLayout.Records ? 1 : _rowsPerRecord.TryGetValue(value, out long known) ? known : null;
        return _model.Form(value)?.Shape?.Skip(1).Aggregate(rows, (product, axis) => product * axis.Size);
    }

    private static long? Inner(IReadOnlyList<ShapeEntry> entries)
        => entries.Skip(1).Aggregate((long?)1, (product, entry) => entry.Number > 0 ? product * entry.Number : null);

    private bool IsAxis(ShapeEntry entry, Dimension axis, string value, int position)
        => (entry.Number is { } number && number == axis.Size)
            || (entry.Value == value && entry.Axis == position)
            || (entry.Value is { } measured && _model.Form(measured)!.Shape![entry.Axis].SurelyEquals(axis));

    private bool IsRecords(string value) => _records is { } records && _model.Form(value)?.Shape is { Count: > 0 } shape && shape[0].SurelyEquals(records);
}
