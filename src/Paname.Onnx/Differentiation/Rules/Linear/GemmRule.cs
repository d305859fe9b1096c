using Paname.Onnx.Graphs;

namespace Paname.Onnx.Differentiation.Rules.Linear;

/// <summary>y = alpha A' B' + beta C, where ' is an optional transposition and C is broadcast.</summary>
internal sealed class GemmRule : IGradientRule
{
    public string Operator => "Gemm";

    public void Apply(NodeGradient node)
    {
        bool transA = node.Node.Integer("transA", 0) != 0;
        bool transB = node.Node.Integer("transB", 0) != 0;
        float alpha = node.Node.Find("alpha")?.F ?? 1;
        float beta = node.Node.Find("beta")?.F ?? 1;
        string dy = node.Incoming;
        if (node.Needs(0))
        {
            node.Give(0, transA
                ? Product(node, node.Input(1), dy, transB, true, alpha)
                : Product(node, dy, node.Input(1), false, !transB, alpha));
        }

        if (node.Needs(1))
        {
            node.Give(1, transB
                ? Product(node, dy, node.Input(0), true, transA, alpha)
                : Product(node, node.Input(0), dy, !transA, false, alpha));
        }

        if (node.Needs(2))
        {
            node.GiveBroadcast(2, beta == 1 ? dy : node.Graph.Mul(dy, node.Scalar(beta)));
        }
    }

    private static string Product(NodeGradient node, string a, string b, bool transA, bool transB, float alpha)
        => node.Graph.Node("Gemm", [a, b], ("transA", transA ? 1L : 0L), ("transB", transB ? 1L : 0L), ("alpha", alpha));
}
