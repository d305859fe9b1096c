namespace Paname.Onnx.Differentiation.Rules.Indexing;

/// <summary>Operators whose derivative is the operator itself, applied to the gradient: Trilu, which masks, and ReverseSequence, which undoes itself.</summary>
internal sealed class SelfSameRule(string name) : IGradientRule
{
    public string Operator => name;

    public void Apply(NodeGradient node) => node.Give(0, node.Again(node.Incoming));
}
