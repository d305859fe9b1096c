using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Graphs.Schema;

namespace Paname.Onnx.Training.Parameters;

/// <summary>Finds the weights of a model, which its file does not tell from other stored tensors: by the layers that use them.</summary>
internal static class ParameterFinder
{
    private static readonly HashSet<string> Quantising = new(StringComparer.Ordinal)
    {
        "QuantizeLinear", "DequantizeLinear", "DynamicQuantizeLinear", "QLinearConv", "QLinearMatMul", "ConvInteger", "MatMulInteger",
    };

    /// <param name="model">The model.</param>
    /// <param name="output">The output the loss is computed from.</param>
    /// <param name="options">May freeze or train tensors by name.</param>
    /// <exception cref="Attacks.Data.PanameDataException">The model has no such output, no trainable weight, or weights that are no float32.</exception>
    /// <exception cref="ArgumentException">The options name a tensor that cannot be trained.</exception>
    internal static ParameterTable Find(WorkingModel model, string output, OnnxTrainerOptions? options = null)
    {
        options ??= new OnnxTrainerOptions();
        if (model.Graph.Node.FirstOrDefault(node => Quantising.Contains(node.OpType)) is { } quantising)
        {
            throw ParameterErrors.Quantised(model.Name, quantising.Title);
        }

        var path = new OutputPath(model, output);
        var candidates = new ParameterCandidates(model);
        var reader = new LayerReader(model, new StoredOrigins(model), candidates);
        foreach (NodeProto node in path.Nodes)
        {
            reader.Read(node);
        }

        Override(model, path, candidates, options);
        ParameterTable table = Lay(candidates, options, Frozen(model, path, candidates, options));
        return table.Parameters.Count > 0
            ? table
            : throw ParameterErrors.NoWeights(model.Name, path.Nodes.LastOrDefault(node => node.Domain == "ai.onnx.ml")?.Title);
    }

    private static void Override(WorkingModel model, OutputPath path, ParameterCandidates candidates, OnnxTrainerOptions options)
    {
        string[] known = [.. model.Stored.Where(path.Contains).Where(candidates.IsFloat)];
        foreach ((string name, string list) in options.Freeze.Select(name => (name, nameof(options.Freeze))).Concat(options.Train.Select(name => (name, nameof(options.Train)))))
        {
            if (!known.Contains(name, StringComparer.Ordinal))
            {
                throw ParameterErrors.NoSuchTensor(model.Name, name, list, known);
            }
        }

        foreach (string name in options.Train)
        {
            candidates.Add(name, ParameterRole.Other, Fans.Elementwise);
        }
    }

    private static ParameterTable Lay(ParameterCandidates candidates, OnnxTrainerOptions options, IReadOnlyList<FrozenTensor> frozen)
    {
        int offset = 0;
        var parameters = new List<Parameter>();
        foreach (string name in candidates.Trained.Except(options.Freeze, StringComparer.Ordinal))
        {
            (ParameterRole role, Fans fans) = candidates.RoleOf(name);
            parameters.Add(new Parameter(name, [.. candidates.Shape(name)], offset, role, fans.In, fans.Out));
            offset += parameters[^1].Length;
        }

        offset = 0;
        var statistics = new List<RunningStatistic>();
        foreach ((string name, bool isVariance) in candidates.Statistics.Where(entry => !options.Freeze.Contains(entry.Key, StringComparer.Ordinal) && !candidates.IsTrained(entry.Key)))
        {
            statistics.Add(new RunningStatistic(name, [.. candidates.Shape(name)], offset, isVariance));
            offset += statistics[^1].Length;
        }

        return new ParameterTable(parameters, statistics, frozen);
    }

    private static List<FrozenTensor> Frozen(WorkingModel model, OutputPath path, ParameterCandidates candidates, OnnxTrainerOptions options)
        => [.. model.Graph.Initializer
            .Where(tensor => model.Stored.Contains(tensor.Name) && model.Form(tensor.Name) is { IsFloating: true } && tensor.Dims.Count > 0)
            .Select(tensor => (tensor.Name, Reason: Reason(tensor.Name, path, candidates, options)))
            .Where(entry => entry.Reason is not null)
            .Select(entry => new FrozenTensor(entry.Name, [.. candidates.Shape(entry.Name)], entry.Reason!))];

    /// <summary>Why a tensor is not trained; <see langword="null"/> when it is.</summary>
    private static string? Reason(string name, OutputPath path, ParameterCandidates candidates, OnnxTrainerOptions options)
        => options.Freeze.Contains(name, StringComparer.Ordinal) ? "named in Freeze"
            : candidates.IsTrained(name) || candidates.Statistics.ContainsKey(name) ? null
            : candidates.ReasonOf(name)
                ?? (path.Contains(name) ? $"used by {Users(path, name)}, not as the weight of a layer" : "no gradient of the output reaches it");

    private static string Users(OutputPath path, string name)
        => string.Join(", ", path.Nodes.Where(node => node.Input.Contains(name)).Select(node => node.OpType).Distinct(StringComparer.Ordinal));
}
