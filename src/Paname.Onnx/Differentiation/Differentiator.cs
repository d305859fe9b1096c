using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Graphs.Schema;

namespace Paname.Onnx.Differentiation;

/// <summary>Reverse-mode differentiation: appends to a graph the nodes that compute gradients.</summary>
internal static class Differentiator
{
    /// <summary>Differentiates the sum over all seeds of value x seed.</summary>
    /// <param name="model">The model; gradient nodes are appended to it.</param>
    /// <param name="seeds">By value of the forward graph, the gradient of the objective with respect to it, of the value's shape.</param>
    /// <param name="wanted">The values (inputs, initialisers or results of nodes) whose gradients are asked for.</param>
    /// <returns>The gradients' names by the value's name, each of the value's shape.</returns>
    /// <exception cref="Attacks.Data.PanameDataException">An operator on the way has no rule, or the objective does not depend on a wanted value.</exception>
    internal static IReadOnlyDictionary<string, string> Differentiate(WorkingModel model, IReadOnlyDictionary<string, string> seeds, IReadOnlyCollection<string> wanted)
    {
        NodeProto[] nodes = [.. model.Graph.Node];
        foreach (string value in wanted)
        {
            if (model.Form(value) is { IsFloating: false })
            {
                throw GradientErrors.Integer(model.Name, value);
            }
        }

        HashSet<string> dependent = DependentOn(model, nodes, wanted);
        var sums = new GradientSums(model.Editor);
        foreach ((string value, string seed) in seeds)
        {
            sums.Add(value, seed);
        }

        foreach (NodeProto node in nodes.Reverse())
        {
            if (node.Output.Any(sums.Any) && node.Output.Any(dependent.Contains))
            {
                IGradientRule rule = RuleBook.Find(node) ?? throw GradientErrors.NoRule(model.Name, node);
                rule.Apply(new NodeGradient(node, model, sums, dependent.Contains, wanted.Contains));
            }
        }

        return wanted.ToDictionary(
            value => value,
            value => sums.Total(value) ?? throw GradientErrors.Unconnected(model.Name, value, FirstCut(model, nodes, value, seeds.Keys)),
            StringComparer.Ordinal);
    }

    /// <summary>The wanted values and all that is computed from them by operators a gradient can pass.</summary>
    private static HashSet<string> DependentOn(WorkingModel model, NodeProto[] nodes, IEnumerable<string> wanted)
    {
        var dependent = new HashSet<string>(wanted, StringComparer.Ordinal);
        foreach (NodeProto node in nodes)
        {
            if (!RuleBook.IsConstant(node) && Reads(node).Any(dependent.Contains))
            {
                dependent.UnionWith(node.Output.Where(output => output.Length > 0 && model.Form(output) is not { IsFloating: false }));
            }
        }

        return dependent;
    }

    /// <summary>For the message: where the path from a value to the objective is lost, if there was one.</summary>
    private static NodeProto? FirstCut(WorkingModel model, NodeProto[] nodes, string value, IEnumerable<string> objective)
    {
        HashSet<string> dependent = DependentOn(model, nodes, [value]);
        var leading = new HashSet<string>(objective, StringComparer.Ordinal);
        foreach (NodeProto node in nodes.Reverse().Where(node => node.OpType is not ("Shape" or "Size") && node.Output.Any(leading.Contains)))
        {
            leading.UnionWith(Reads(node));
            leading.UnionWith(node.Output);
        }

        return nodes.FirstOrDefault(node => Reads(node).Any(dependent.Contains)
            && node.Output.Any(leading.Contains)
            && !node.Output.Any(dependent.Contains)
            && node.OpType is not ("Shape" or "Size"));
    }

    /// <summary>The values a node computes from: control flow reads values of the graph around it without naming them as inputs.</summary>
    private static IEnumerable<string> Reads(NodeProto node)
        => node.Input.Concat(node.Attribute.Where(attribute => attribute.G is not null).SelectMany(attribute => attribute.G.Node.SelectMany(Reads)));
}
