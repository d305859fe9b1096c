using Paname.Onnx.Graphs.Editing;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Training.Steps;

/// <summary>Gradient descent with momentum as PyTorch computes it.</summary>
internal sealed class SgdNodes(Sgd sgd, double decay) : IOptimiserNodes
{
    public int States => sgd.Momentum > 0 ? 1 : 0;

    public int Scalars => 1;

    public (string Weights, string[] States) Emit(GraphEditor graph, string weights, string gradient, IReadOnlyList<string> states, IReadOnlyList<string> scalars)
    {
        string slope = decay > 0 ? graph.Add(gradient, graph.Mul(weights, graph.Scalar(DataType.Float, decay))) : gradient;
        string direction = slope;
        string[] next = [];
        if (sgd.Momentum > 0)
        {
            string momentum = graph.Scalar(DataType.Float, sgd.Momentum);
            direction = graph.Add(graph.Mul(states[0], momentum), slope);
            next = [direction];
            direction = sgd.Nesterov ? graph.Add(graph.Mul(direction, momentum), slope) : direction;
        }

        return (graph.Sub(weights, graph.Mul(direction, scalars[0])), next);
    }

    public void Fill(long step, double rate, Span<float> scalars) => scalars[0] = (float)rate;
}
