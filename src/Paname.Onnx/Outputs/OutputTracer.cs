using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Schema;

namespace Paname.Onnx.Outputs;

/// <summary>Follows a value back to the operator that decides what it is.</summary>
internal sealed class OutputTracer(GraphView view)
{
    private readonly Dictionary<string, OutputFinding> _found = new(StringComparer.Ordinal);

    internal GraphView View => view;

    internal OutputFinding Trace(string value)
    {
        if (!_found.TryGetValue(value, out OutputFinding? finding))
        {
            // Holds a malformed graph with a cycle off.
            _found[value] = Unknown($"'{value}' depends on itself");
            finding = view.Producer(value) is { } node ? Judge(node, value) : Unknown($"'{value}' is an input or a constant of the graph");
            _found[value] = finding;
        }

        return finding;
    }

    internal static OutputFinding Unknown(string reason) => new(OutputNature.Unknown, reason);

    private OutputFinding Judge(NodeProto node, string value)
    {
        if (node.Domain is "ai.onnx.ml")
        {
            return ClassicalNodes.Judge(this, node, value);
        }

        if (node.Domain is not ("" or "ai.onnx"))
        {
            return Unknown($"it is made by {node.Title} of domain '{node.Domain}'");
        }

        return node.OpType switch
        {
            "Identity" or "Cast" or "CastLike" or "Reshape" or "Flatten" or "Squeeze" or "Unsqueeze" or "Dropout" or "Clip" or "QuantizeLinear" or "DequantizeLinear"
                => Trace(node.InputAt(0)),
            "Softmax" when node.Integer("axis", -1) is 1 or -1 => Found(OutputNature.Probabilities, node),
            "LogSoftmax" when node.Integer("axis", -1) is 1 or -1 => Found(OutputNature.Logits, node),
            "Sigmoid" => Found(OutputNature.Sigmoids, node),
            "ArgMax" => Found(OutputNature.Labels, node),
            "Gemm" or "MatMul" or "Conv" => Found(OutputNature.Logits, node),
            "Add" or "Sub" or "Sum" or "Mean" or "Mul" or "Div" or "Concat" or "Gather" or "Exp" => Arithmetic.Judge(this, node),
            _ => Unknown($"it is made by {node.Title}"),
        };
    }

    private static OutputFinding Found(OutputNature nature, NodeProto node) => new(nature, $"it is made by {node.Title}");
}
