using Paname.Onnx.Graphs.Editing;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Training.Losses;

/// <summary>The labels of a next-token loss: the ids moved by one place, -1 where nothing is to be predicted.</summary>
internal static class NextTokens
{
    internal static string Labels(GraphEditor graph, string ids, long? padding)
    {
        string wide = graph.Cast(ids, DataType.Int64);
        string rest = graph.Slice(wide, graph.Vector(1), graph.Vector(long.MaxValue), graph.Vector(1));
        string none = graph.Scalar(DataType.Int64, -1);
        string moved = graph.Node("Pad", [rest, graph.Vector(0, 0, 0, 1), none]);
        return padding is { } filler ? graph.Where(graph.Equal(moved, graph.Scalar(DataType.Int64, filler)), none, moved) : moved;
    }
}
