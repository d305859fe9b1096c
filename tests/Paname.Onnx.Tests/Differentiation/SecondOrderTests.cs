using Paname.Onnx.Differentiation;
using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Tests.Support;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Tests.Differentiation;

/// <summary>The derivative of a derivative, as gradient inversion takes it: of the squared norm of a network's parameter gradients.</summary>
public class SecondOrderTests
{
    private static readonly string[] Parameters = ["w1", "b1", "w2", "b2"];

    private static readonly Feed[] Feeds =
    [
        Double(Feed.Random("x", [4, 5], 1)),
        Double(Feed.Random("w1", [5, 6], 2, -1, 1)),
        Double(Feed.Random("b1", [6], 3, -1, 1)),
        Double(Feed.Random("w2", [3, 6], 4, -1, 1)),
        Double(Feed.Random("b2", [3], 5, -1, 1)),
        Double(new Feed("labels", [4, 3], [1, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 1])),
    ];

    [Theory]
    [InlineData("Softmax")]
    [InlineData("LogSoftmax")]
    public void Gradient_of_the_squared_gradient_norm_agrees_with_finite_differences(string softmax)
    {
        WorkingModel model = WorkingModel.Open(OnnxModelFile.FromMemory(Perceptron(softmax).Build(), "mlp.onnx"));
        GraphEditor graph = model.Editor;
        string one = graph.Scalar(DataType.Double, 1);
        IReadOnlyDictionary<string, string> first = Differentiator.Differentiate(model, new Dictionary<string, string> { ["loss"] = one }, Parameters);
        string norm = graph.Sum([.. first.Values.Select(gradient => graph.Node("ReduceSum", [graph.Mul(gradient, gradient)], ("keepdims", 0L)))]);
        model.Refresh();
        string[] wanted = ["x", .. Parameters];
        IReadOnlyDictionary<string, string> second = Differentiator.Differentiate(model, new Dictionary<string, string> { [norm] = one }, wanted);

        using GraphRun run = GraphRun.Of(model, [norm, .. second.Values]);
        Dictionary<string, (long[] Shape, double[] Values)> at = run.Run(Feeds);
        foreach (string name in wanted)
        {
            double[] gradient = at[second[name]].Values;
            Feed feed = Feeds.Single(feed => feed.Name == name);
            Assert.Contains(gradient, value => Math.Abs(value) > 1e-3);
            for (int i = 0; i < gradient.Length; i++)
            {
                const double Step = 1e-4;
                double Moved(double by)
                {
                    double[] values = [.. feed.Values];
                    values[i] += by;
                    return run.Run([.. Feeds.Select(other => other == feed ? feed with { Values = values } : other)])[norm].Values[0];
                }

                Assert.Equal((Moved(Step) - Moved(-Step)) / (2 * Step), gradient[i], 1e-6);
            }
        }
    }

    /// <summary>Two layers, tanh between them, and the mean cross-entropy.</summary>
    private static ModelBuilder Perceptron(string softmax)
    {
        ModelBuilder model = new ModelBuilder(21)
            .Input("x", DataType.Double, -1, 5)
            .Input("w1", DataType.Double, 5, 6)
            .Input("b1", DataType.Double, 6)
            .Input("w2", DataType.Double, 3, 6)
            .Input("b2", DataType.Double, 3)
            .Input("labels", DataType.Double, -1, 3)
            .Node("MatMul", "x w1", "product")
            .Node("Add", "product b1", "hidden")
            .Node("Tanh", "hidden", "active")
            .Node("Gemm", "active w2 b2", "logits", ("transB", 1))
            .Node(softmax, "logits", "classes");
        if (softmax == "Softmax")
        {
            model.Node("Log", "classes", "logs");
        }

        return model
            .Node("Mul", softmax == "Softmax" ? "labels logs" : "labels classes", "chosen")
            .Integers("class_axis", 1)
            .Node("ReduceSum", "chosen class_axis", "likelihoods", ("keepdims", 0))
            .Node("ReduceMean", "likelihoods", "mean", ("keepdims", 0))
            .Node("Neg", "mean", "loss")
            .Untyped("loss");
    }

    private static Feed Double(Feed feed) => feed with { Type = DataType.Double };
}
