namespace Paname.Onnx.Differentiation.Rules.Shaping;

/// <summary>Broadcasting to a given shape.</summary>
internal sealed class ExpandRule : IGradientRule
{
    public string Operator => "Expand";

    public void Apply(NodeGradient node) => node.GiveBroadcast(0, node.Incoming);
}
