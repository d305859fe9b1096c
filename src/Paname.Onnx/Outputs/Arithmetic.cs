using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Schema;

namespace Paname.Onnx.Outputs;

/// <summary>What sums, products and joins of values are.</summary>
internal static class Arithmetic
{
    internal static OutputFinding Judge(OutputTracer tracer, NodeProto node)
    {
        OutputFinding unknown = OutputTracer.Unknown($"it is made by {node.Title}");
        string[] inputs = [.. node.Input.Where(input => !tracer.View.IsConstant(input))];
        return node.OpType switch
        {
            "Gather" when tracer.View.IsConstant(node.InputAt(0)) => tracer.Trace(node.InputAt(1)) is { Nature: OutputNature.Labels } labels ? labels with { Labels = null } : unknown,
            "Gather" => unknown,
            "Div" when IsShareOfSum(tracer.View, node) => unknown with { Nature = OutputNature.Probabilities },
            "Exp" => IsLogSoftmax(tracer.View, node.InputAt(0)) ? unknown with { Nature = OutputNature.Probabilities } : unknown,
            "Sub" when IsLogSoftmax(tracer.View, node.Output.FirstOrDefault() ?? string.Empty) => unknown with { Nature = OutputNature.Logits },
            "Mul" or "Div" => inputs.Length == 1 && inputs[0] == node.InputAt(0) ? ScoresOnly(tracer, inputs, unknown) : unknown,
            "Mean" when inputs.All(input => tracer.Trace(input).Nature == OutputNature.Probabilities) => unknown with { Nature = OutputNature.Probabilities },
            "Concat" when IsComplementPair(tracer, node) => unknown with { Nature = OutputNature.Probabilities },
            _ => ScoresOnly(tracer, inputs, unknown),
        };
    }

    /// <summary>Logits stay logits when scaled, shifted or joined; anything mixed with probabilities or labels is uncertain.</summary>
    private static OutputFinding ScoresOnly(OutputTracer tracer, string[] inputs, OutputFinding unknown)
    {
        OutputNature[] natures = [.. inputs.Select(input => tracer.Trace(input).Nature)];
        return natures.Contains(OutputNature.Logits) && natures.All(nature => nature is OutputNature.Logits or OutputNature.Unknown)
            ? unknown with { Nature = OutputNature.Logits }
            : unknown;
    }

    /// <summary>x / sum(x): rows that sum to 1, as a softmax written by hand or nearest neighbours end.</summary>
    private static bool IsShareOfSum(GraphView view, NodeProto node)
        => view.Producer(node.InputAt(1)) is { OpType: "ReduceSum" } sum && sum.InputAt(0) == node.InputAt(0);

    /// <summary>x - log sum exp(x), a log-softmax written by hand, or the operator itself.</summary>
    private static bool IsLogSoftmax(GraphView view, string value)
        => view.Producer(value) switch
        {
            { OpType: "LogSoftmax" } => true,
            { OpType: "Sub" } sub => view.Producer(sub.InputAt(1)) is { OpType: "ReduceLogSumExp" } sum && sum.InputAt(0) == sub.InputAt(0),
            _ => false,
        };

    /// <summary>The columns 1 - p and p, as exporters write a binary model with one sigmoid.</summary>
    private static bool IsComplementPair(OutputTracer tracer, NodeProto node)
        => node.Input.Count == 2
            && node.Integer("axis", 0) is 1 or -1
            && tracer.View.Producer(node.InputAt(0)) is { OpType: "Sub" } sub
            && sub.InputAt(1) == node.InputAt(1)
            && tracer.View.Constant(sub.InputAt(0)) is { } one
            && TensorValues.Scalar(one) == 1
            && tracer.Trace(node.InputAt(1)).Nature == OutputNature.Sigmoids;
}
