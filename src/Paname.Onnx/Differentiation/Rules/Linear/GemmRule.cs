using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;

namespace Paname.Onnx.Differentiation.Rules.Linear;

/// <summary>y = alpha A' B' + beta C, where ' is an optional transposition and C is broadcast.</summary>
internal sealed class GemmRule : IGradientRule
{
    public string Operator => "Gemm";

    public void Apply(NodeGradient node)
    {
        GraphEditor graph = node.Graph;
        bool transA = node.Node.Integer("transA", 0) != 0;
        bool transB = node.Node.Integer("transB", 0) != 0;
        float alpha = node.Node.Real("alpha", 1);
        string a = node.Input(0);
        string b = node.Input(1);
        string dy = node.Incoming;
        if (node.Needs(0))
        {
            node.Give(0, transA ? graph.Gemm(b, dy, transB, true, alpha) : graph.Gemm(dy, b, false, !transB, alpha));
        }

        if (node.Needs(1))
        {
            node.Give(1, transB ? graph.Gemm(dy, a, true, transA, alpha) : graph.Gemm(a, dy, !transA, false, alpha));
        }

        if (node.Needs(2))
        {
            float beta = node.Node.Real("beta", 1);
            string sum = node.SumTo(2, dy);
            node.Give(2, beta == 1 ? sum : graph.Mul(sum, node.Scalar(beta)));
        }
    }
}
