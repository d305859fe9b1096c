namespace Paname.Onnx.Differentiation;

/// <summary>How the gradient of one operator's outputs becomes that of its inputs.</summary>
internal interface IGradientRule
{
    /// <summary>The operator's name in the standard ONNX operator set.</summary>
    string Operator { get; }

    /// <summary>Appends the nodes of the derivative and gives each input that needs one its gradient.</summary>
    void Apply(NodeGradient node);
}
