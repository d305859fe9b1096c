namespace Paname.Onnx.Differentiation.PerRecord;

/// <summary>Operators that leave the first axis of their values alone.</summary>
internal static class AxisOperators
{
    private static readonly HashSet<string> Broadcast = new(StringComparer.Ordinal)
    {
        "Add", "Sub", "Mul", "Div", "Pow", "Min", "Max", "Sum", "Mean", "Where", "PRelu", "Mod", "And", "Or", "Xor",
        "Equal", "Greater", "GreaterOrEqual", "Less", "LessOrEqual",
    };

    private static readonly HashSet<string> First = new(StringComparer.Ordinal)
    {
        "Identity", "Cast", "Dropout", "Clip", "Neg", "Abs", "Sqrt", "Exp", "Log", "Erf", "Reciprocal", "Floor", "Ceil", "Round", "Sign", "Not", "Sin", "Cos", "IsNaN", "IsInf",
        "Relu", "LeakyRelu", "ThresholdedRelu", "Elu", "Celu", "Selu", "Gelu", "Mish", "Sigmoid", "HardSigmoid", "HardSwish", "Tanh", "Softplus", "Softsign",
        "Conv", "ConvTranspose", "MaxPool", "AveragePool", "LpPool", "GlobalAveragePool", "GlobalMaxPool", "GlobalLpPool", "InstanceNormalization", "GroupNormalization", "LRN",
        "DepthToSpace", "SpaceToDepth",
    };

    /// <summary>Elementwise over several inputs of aligned last axes.</summary>
    internal static bool IsBroadcast(string type) => Broadcast.Contains(type);

    /// <summary>Each index of the first axis of the first input gives the same index of the output.</summary>
    internal static bool KeepsFirst(string type) => First.Contains(type);
}
