using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Schema;

namespace Paname.Onnx.Training.Parameters;

/// <content>Stored tensors that are added to, multiplied with or laid beside values: biases, exported normalisations, position tables, and what only looks like them.</content>
internal sealed partial class LayerReader
{
    private void Elementwise(NodeProto node)
    {
        string left = node.InputAt(0);
        string right = node.InputAt(1);
        if (origins.Of(left) is { } first && !IsStored(right))
        {
            Operand(node, first, right, isFirst: true);
        }
        else if (origins.Of(right) is { } second && !IsStored(left))
        {
            Operand(node, second, left, isFirst: false);
        }
    }

    private void Operand(NodeProto node, string tensor, string other, bool isFirst)
    {
        if (!candidates.IsFloat(tensor) && model.Form(tensor) is { IsFloating: false })
        {
            return;
        }

        if (!IsTrained(other))
        {
            candidates.Refuse(tensor, "acts on the inputs before any trained weight, as standardisation does");
        }
        else if (node.OpType == "Div" || (node.OpType == "Sub" && !isFirst))
        {
            candidates.Refuse(tensor, node.OpType == "Div" ? "divides or is divided by a value; trained scales are factors" : "is subtracted from a value; trained shifts are added");
        }
        else if (candidates.Shape(tensor).Count > 0 && MayBeWeight(tensor))
        {
            (ParameterRole role, Fans fans) = node.OpType == "Mul" ? (ParameterRole.NormScale, Fans.Elementwise) : Term(tensor, other);
            candidates.Add(tensor, role, fans);
            if (node.OpType == "Mul")
            {
                _scaled.Add(node.Output[0]);
            }
        }
    }

    private (ParameterRole Role, Fans Fans) Term(string tensor, string other)
    {
        bool isVector = candidates.Shape(tensor).Count(size => size != 1) < 2;
        return isVector && _layers.TryGetValue(other, out Fans fans) ? (ParameterRole.Bias, fans)
            : isVector || _scaled.Contains(other) ? (ParameterRole.NormShift, Fans.Elementwise)
            : (ParameterRole.Embedding, Fans.Elementwise);
    }

    /// <summary>Learned tokens, such as a class token, laid before computed ones.</summary>
    private void Tokens(NodeProto node)
    {
        if (!node.Input.Any(_trained.Contains))
        {
            return;
        }

        foreach (string tensor in node.Input.Select(origins.Of).OfType<string>().Where(tensor => model.Form(tensor) is { IsFloating: true } && candidates.Shape(tensor).Count > 1))
        {
            if (candidates.IsFloat(tensor) && !candidates.Values(tensor).AsSpan().ContainsAnyExcept(0f))
            {
                candidates.Refuse(tensor, "zeros that fill up a value");
            }
            else if (MayBeWeight(tensor))
            {
                candidates.Add(tensor, ParameterRole.Embedding, Fans.Elementwise);
            }
        }
    }

    private void Table(string value, ParameterRole role)
    {
        if (origins.Of(value) is { } tensor && model.Form(tensor) is { IsFloating: true } && candidates.Shape(tensor).Count > 0 && MayBeWeight(tensor))
        {
            candidates.Add(tensor, role, Fans.Elementwise);
        }
    }

    private bool MayBeWeight(string tensor)
    {
        string? reason = model.Lifted.Contains(tensor) && candidates.Count(tensor) == 1 ? "a single constant number"
            : candidates.IsFloat(tensor) ? FixedTables.Describe(candidates.Values(tensor), candidates.Shape(tensor))
            : null;
        if (reason is not null)
        {
            candidates.Refuse(tensor, reason);
        }

        return reason is null;
    }
}
