using Paname.Onnx.Graphs.Schema;

namespace Paname.Onnx.Differentiation;

/// <summary>The gradient of any operator that only picks elements: the operator is asked where it picks from, and the gradient is added there.</summary>
/// <remarks>ScatterElements adds on one thread, in order. ScatterND is faster, but where indices repeat its threads lose parts of the sum.</remarks>
internal static class IndexMap
{
    extension(NodeGradient node)
    {
        /// <summary>Gives the first input its gradient: the node is repeated on the positions of its elements.</summary>
        internal void GiveByPositions()
        {
            string data = node.Input(0);
            node.Give(0, node.AddAt(node.Incoming, node.Again(node.PositionsOf(data)), data));
        }

        /// <summary>The row-major position of every element of a value, in the value's shape.</summary>
        internal string PositionsOf(string value) => node.InShapeOf(node.CountTo(node.Product(value, 0, node.Rank(value))), value);

        /// <summary>Adds a gradient into zeros of a value's shape.</summary>
        /// <param name="gradient">The gradient.</param>
        /// <param name="positions">For each of its elements, the row-major position in the value it was picked from.</param>
        /// <param name="value">The value.</param>
        internal string AddAt(string gradient, string positions, string value)
        {
            string zeros = node.Graph.Reshape(node.ZerosLike(value), -1);
            string sums = node.Graph.Node(
                "ScatterElements",
                [zeros, node.Graph.Reshape(positions, -1), node.Graph.Reshape(gradient, -1)],
                ("axis", 0L),
                ("reduction", "add"));
            return node.InShapeOf(sums, value);
        }

        /// <summary>The same operator on another first input.</summary>
        internal string Again(string input)
        {
            NodeProto again = node.Node.Clone();
            again.Name = string.Empty;
            again.Input[0] = input;
            again.Output.Clear();
            again.Output.Add(node.Graph.Fresh($"grad/{again.OpType}"));
            node.Graph.Graph.Node.Add(again);
            return again.Output[0];
        }
    }
}
