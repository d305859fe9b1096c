using Paname.Onnx.Graphs.Editing;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Training.Steps;

/// <summary>Adam and AdamW as PyTorch computes them, in fewer passes over the vectors.</summary>
/// <remarks>The states are the moments without their factors (1 - beta): M = beta1 M + g and V = beta2 V + g g. Those factors and the bias corrections c1 and c2 go into two numbers per step:
/// rate m / c1 / (sqrt(v / c2) + eps) = a M / (sqrt(V) + e) with s = sqrt((1 - beta2) / c2), a = rate (1 - beta1) / c1 / s and e = eps / s.</remarks>
internal sealed class AdamNodes(double beta1, double beta2, double epsilon, double decay, bool decoupled) : IOptimiserNodes
{
    public int States => 2;

    public int Scalars => decoupled && decay > 0 ? 3 : 2;

    public (string Weights, string[] States) Emit(GraphEditor graph, string weights, string gradient, IReadOnlyList<string> states, IReadOnlyList<string> scalars)
    {
        string slope = !decoupled && decay > 0 ? graph.Add(gradient, graph.Mul(weights, graph.Scalar(DataType.Float, decay))) : gradient;
        string mean = graph.Add(graph.Mul(states[0], graph.Scalar(DataType.Float, beta1)), slope);
        string square = graph.Add(graph.Mul(states[1], graph.Scalar(DataType.Float, beta2)), graph.Mul(slope, slope));
        string step = graph.Div(graph.Mul(mean, scalars[0]), graph.Add(graph.Sqrt(square), scalars[1]));
        string kept = Scalars == 3 ? graph.Mul(weights, scalars[2]) : weights;
        return (graph.Sub(kept, step), [mean, square]);
    }

    public void Fill(long step, double rate, Span<float> scalars)
    {
        double scale = Math.Sqrt((1 - beta2) / (1 - Math.Pow(beta2, step)));
        scalars[0] = (float)(rate * (1 - beta1) / (1 - Math.Pow(beta1, step)) / scale);
        scalars[1] = (float)(epsilon / scale);
        if (Scalars == 3)
        {
            scalars[2] = (float)(1 - (rate * decay));
        }
    }
}
