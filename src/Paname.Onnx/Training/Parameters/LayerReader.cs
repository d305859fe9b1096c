using Paname.Onnx.Differentiation;
using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Graphs.Schema;

namespace Paname.Onnx.Training.Parameters;

/// <summary>Tells for each node which of the stored tensors it uses are weights of a layer. Visit the nodes in the order they are computed.</summary>
internal sealed partial class LayerReader(WorkingModel model, StoredOrigins origins, ParameterCandidates candidates)
{
    private readonly HashSet<string> _trained = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Fans> _layers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _scaled = new(StringComparer.Ordinal);

    internal void Read(NodeProto node)
    {
        if (node.Domain is "" or "ai.onnx")
        {
            ReadStandard(node);
        }

        if (node.Input.Any(IsTrained))
        {
            _trained.UnionWith(node.Output);
        }

        if (StoredOrigins.Rearranges(node) && _layers.TryGetValue(node.InputAt(0), out Fans fans))
        {
            _layers.TryAdd(node.Output[0], fans);
        }
    }

    private void ReadStandard(NodeProto node)
    {
        switch (node.OpType)
        {
            case "MatMul":
                Multiply(node, transposeLeft: false, transposeRight: false);
                break;
            case "Gemm":
                Multiply(node, node.Integer("transA", 0) != 0, node.Integer("transB", 0) != 0);
                Bias(node, 2);
                break;
            case "Conv" or "ConvTranspose":
                Kernel(node);
                Bias(node, 2);
                break;
            case "LSTM" or "GRU" or "RNN":
                Recurrent(node);
                break;
            case "Gather":
                Table(node.InputAt(0), ParameterRole.Embedding);
                break;
            case "BatchNormalization":
                Normalisation(node);
                Statistic(node.InputAt(3), isVariance: false);
                Statistic(node.InputAt(4), isVariance: true);
                break;
            case "LayerNormalization" or "GroupNormalization" or "InstanceNormalization":
                Normalisation(node);
                break;
            case "PRelu":
                Weights(node.InputAt(1), ParameterRole.Slope, Fans.Elementwise);
                break;
            case "Add" or "Mul" or "Sub" or "Div":
                Elementwise(node);
                break;
            case "Concat":
                Tokens(node);
                break;
            default:
                break;
        }
    }

    private void Multiply(NodeProto node, bool transposeLeft, bool transposeRight)
    {
        string left = node.InputAt(0);
        string right = node.InputAt(1);
        if (IsStored(right) && Shape(right) is { Count: > 0 } matrix)
        {
            Layer(node, right, Fans.OfMatrix(matrix, transposeRight));
            Weights(left, ParameterRole.Embedding, Fans.Elementwise);
        }
        else if (Shape(left) is { Count: > 0 } reversed)
        {
            Layer(node, left, Fans.OfMatrix(reversed, !transposeLeft));
        }
    }

    private void Kernel(NodeProto node)
    {
        if (Shape(node.InputAt(1)) is { Count: > 1 } kernel)
        {
            Layer(node, node.InputAt(1), Fans.OfKernel(kernel));
        }
    }

    /// <summary>PyTorch scales every weight of a recurrent layer by its number of units.</summary>
    private void Recurrent(NodeProto node)
    {
        long units = Math.Max(1, node.Integer("hidden_size", 1));
        var fans = new Fans(units, units);
        Weights(node.InputAt(1), ParameterRole.Weight, fans);
        Weights(node.InputAt(2), ParameterRole.Weight, fans);
        Weights(node.InputAt(3), ParameterRole.Bias, fans);
    }

    private void Layer(NodeProto node, string value, Fans fans)
    {
        if (origins.Of(value) is { } tensor && candidates.IsFloat(tensor) && FixedTables.AreFrequencies(candidates.Values(tensor)))
        {
            candidates.Refuse(tensor, FixedTables.Frequencies);
        }
        else if (IsStored(value))
        {
            Weights(value, ParameterRole.Weight, fans);
            _layers[node.Output[0]] = fans;
        }
    }

    private void Bias(NodeProto node, int input)
        => Weights(node.InputAt(input), ParameterRole.Bias, _layers.TryGetValue(node.Output[0], out Fans fans) ? fans : Fans.Elementwise);

    private void Normalisation(NodeProto node)
    {
        Factor(node.InputAt(1), ParameterRole.NormScale);
        Factor(node.InputAt(2), ParameterRole.NormShift);
    }

    /// <summary>Exporters write a normalisation without scale and shift with constants in their place.</summary>
    private void Factor(string value, ParameterRole role)
    {
        if (origins.Of(value) is { } tensor && model.Lifted.Contains(tensor) && candidates.IsFloat(tensor) && candidates.Values(tensor) is { Length: > 0 } values && !values.AsSpan().ContainsAnyExcept(values[0]))
        {
            candidates.Refuse(tensor, "a constant of a normalisation without scale or shift of its own");
            return;
        }

        Weights(value, role, Fans.Elementwise);
    }

    private void Statistic(string value, bool isVariance)
    {
        if (origins.Of(value) is { } tensor && candidates.IsFloat(tensor))
        {
            candidates.AddStatistic(tensor, isVariance);
        }
    }

    /// <summary>All stored tensors that make up a value are weights. Where several are multiplied into one matrix (weight normalisation), the vectors among them scale it.</summary>
    private void Weights(string value, ParameterRole role, Fans fans)
    {
        string[] tensors = [.. origins.Behind(value).Where(model.Stored.Contains)];
        string[] parts = [.. tensors.Where(tensor => tensors.Length == 1 || (model.Form(tensor) is { IsFloating: true } && candidates.Shape(tensor).Count > 0))];
        foreach (string tensor in parts)
        {
            bool scales = role == ParameterRole.Weight && parts.Length > 1 && candidates.Shape(tensor).Count(size => size != 1) < 2;
            candidates.Add(tensor, scales ? ParameterRole.NormScale : role, fans);
        }
    }

    private bool IsStored(string value) => origins.Behind(value).Count > 0;

    private bool IsTrained(string value) => _trained.Contains(value) || origins.Behind(value).Any(candidates.IsTrained);

    private IReadOnlyList<long>? Shape(string value) => model.Form(value)?.Sizes;
}
