namespace Paname.Onnx.Differentiation.Rules.Indexing;

/// <summary>Operators that only pick elements, by what their other inputs say: GatherND and Compress.</summary>
internal sealed class PickingRule(string name) : IGradientRule
{
    public string Operator => name;

    public void Apply(NodeGradient node) => node.GiveByPositions();
}
