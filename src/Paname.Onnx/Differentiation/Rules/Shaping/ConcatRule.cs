using Paname.Onnx.Graphs;

namespace Paname.Onnx.Differentiation.Rules.Shaping;

/// <summary>Each part takes its piece of the gradient.</summary>
internal sealed class ConcatRule : IGradientRule
{
    public string Operator => "Concat";

    public void Apply(NodeGradient node)
    {
        int axis = node.Axis(node.Node.Integer("axis", 0), node.Output());
        int parts = node.Node.Input.Count;
        long?[] sizes = [.. node.Node.Input.Select(part => node.Form(part).Shape?[axis].Size)];
        string split = Array.TrueForAll(sizes, size => size is not null)
            ? node.Graph.Vector([.. sizes.Select(size => size!.Value)])
            : node.Graph.Concat(0, [.. node.Node.Input.Select(part => node.Graph.Size(part, axis))]);
        string[] pieces = node.Graph.Node("Split", [node.Incoming, split], parts, ("axis", (long)axis));
        for (int part = 0; part < parts; part++)
        {
            node.Give(part, pieces[part]);
        }
    }
}
