namespace Paname.Onnx.Graphs.Editing;

/// <content>Functions applied to each element, and what is made of them.</content>
internal sealed partial class GraphEditor
{
    internal string Abs(string x) => Node("Abs", [x]);

    internal string Sign(string x) => Node("Sign", [x]);

    internal string Sin(string x) => Node("Sin", [x]);

    internal string Cos(string x) => Node("Cos", [x]);

    internal string Erf(string x) => Node("Erf", [x]);

    internal string Tanh(string x) => Node("Tanh", [x]);

    internal string Sigmoid(string x) => Node("Sigmoid", [x]);

    internal string Pow(string x, string exponent) => Node("Pow", [x, exponent]);

    internal string Min(string a, string b) => Node("Min", [a, b]);

    internal string And(string a, string b) => Node("And", [a, b]);

    /// <summary>Swaps the last two axes of a tensor of a known number of axes.</summary>
    internal string SwapLast(string x, int rank)
        => Transpose(x, [.. Enumerable.Range(0, rank - 2).Select(axis => (long)axis), rank - 1, rank - 2]);

    /// <summary>A product of two matrices, transposed where asked for.</summary>
    internal string Gemm(string a, string b, bool transA, bool transB, float alpha = 1)
        => Node("Gemm", [a, b], ("transA", transA ? 1L : 0L), ("transB", transB ? 1L : 0L), ("alpha", alpha));
}
