using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Graphs.Schema;

namespace Paname.Onnx.Training.Parameters;

/// <summary>Follows a value back to the stored tensors it is made of.</summary>
internal sealed class StoredOrigins
{
    /// <summary>Operators that hand the first input's numbers on in another order, form or part: behind them it is still the same weight.</summary>
    private static readonly HashSet<string> Rearranging = new(StringComparer.Ordinal)
    {
        "Identity", "Cast", "Transpose", "Reshape", "Flatten", "Squeeze", "Unsqueeze", "Expand", "Slice", "Split",
    };

    private readonly Dictionary<string, string> _origins = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> _ingredients = new(StringComparer.Ordinal);

    internal StoredOrigins(WorkingModel model)
    {
        foreach (TensorProto tensor in model.Graph.Initializer)
        {
            _origins.Add(tensor.Name, tensor.Name);
            _ingredients.Add(tensor.Name, [tensor.Name]);
        }

        foreach (NodeProto node in model.Graph.Node)
        {
            string[] inputs = [.. node.Input.Where(input => input.Length > 0)];
            if (inputs.Length == 0 || !inputs.All(_ingredients.ContainsKey))
            {
                if (Rearranges(node) && Of(node.InputAt(0)) is { } origin)
                {
                    Record(node, output => _origins.TryAdd(output, origin));
                }

                continue;
            }

            string[] ingredients = [.. inputs.SelectMany(input => _ingredients[input]).Distinct(StringComparer.Ordinal)];
            string? source = Rearranges(node) ? Of(node.Input[0]) : null;
            Record(node, output => _ingredients.TryAdd(output, ingredients));
            Record(node, output => _ = source is not null && _origins.TryAdd(output, source));
        }
    }

    internal static bool Rearranges(NodeProto node) => node.Domain is "" or "ai.onnx" && Rearranging.Contains(node.OpType);

    /// <summary>The stored tensor whose numbers a value holds, possibly rearranged; <see langword="null"/> for anything computed.</summary>
    internal string? Of(string value) => _origins.GetValueOrDefault(value);

    /// <summary>The stored tensors a value is computed from when it depends on nothing else, or whose numbers it holds; otherwise none.</summary>
    internal IReadOnlyList<string> Behind(string value) => _origins.TryGetValue(value, out string? origin) ? [origin] : _ingredients.GetValueOrDefault(value, []);

    private static void Record(NodeProto node, Action<string> record)
    {
        foreach (string output in node.Output.Where(output => output.Length > 0))
        {
            record(output);
        }
    }
}
