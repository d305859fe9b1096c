using Paname.Attacks.Data;
using Paname.Attacks.Targets;
using Paname.Onnx.Differentiation.PerRecord;
using Paname.Onnx.Gradients;
using Paname.Onnx.Graphs;
using Paname.Onnx.Tests.Support;

namespace Paname.Onnx.Tests.Gradients;

/// <summary>Norms per record against the gradients of one record at a time.</summary>
public sealed class GradientNormTests
{
    private static readonly int[] Labels = [0, 2, 1, 1, 0];

    [Fact]
    public void Norms_of_linear_layers_are_those_of_single_records()
        => Verify(RandomModels.Mlp(), Floats(6));

    [Fact]
    public void Norms_of_convolutions_are_those_of_single_records()
        => Verify(RandomModels.Cnn(), Floats(4, 17, 8));

    [Theory]
    [InlineData(3)]
    [InlineData(7)]
    public void Norms_of_attention_are_those_of_single_records(int tokens)
        => Verify(RandomModels.Attention(tokens), Records.FromArray<long>(Enumerable.Range(0, 5 * tokens).Select(i => (long)(i * i % 5)).ToArray(), tokens));

    [Fact]
    public void Norms_of_a_matrix_used_twice_are_taken_record_by_record()
        => Verify(RandomModels.Tied(), Floats(3), "w");

    [Fact]
    public void Rows_that_mix_records_are_not_taken_for_records()
    {
        // The first axis is the records again only after two transpositions; in between a linear layer sees them as its columns.
        ModelBuilder model = new ModelBuilder().Input("x", Onnx.Graphs.Schema.TensorProto.Types.DataType.Float, -1, 3)
            .Random("w", 3, 3).Random("o", 3, 3)
            .Node("Transpose", "x", "t", ("perm", new long[] { 1, 0 })).Node("Transpose", "w", "u", ("perm", new long[] { 1, 0 })).Node("MatMul", "u t", "h")
            .Node("Tanh", "h", "a").Node("Transpose", "a", "r", ("perm", new long[] { 1, 0 })).Node("MatMul", "r o", "y")
            .Output("y", Onnx.Graphs.Schema.TensorProto.Types.DataType.Float, -1, 3);
        Verify(model, Floats(3), "w", "o");
    }

    [Fact]
    public void The_last_layer_is_the_last_matrix_and_its_bias()
    {
        using OnnxGradients model = OnnxGradients.FromBytes(RandomModels.Cnn().Build(), "cnn.onnx");
        RecordBatch batch = Batch(Floats(4, 17, 8));
        double[] last = new double[5];
        double[] named = new double[5];
        model.GradientNorms(batch, Labels, GradientScope.LastLayer, last, default);
        model.GradientNorms(batch, Labels, GradientScope.Named("w", "b"), named, default);
        Assert.Equal(named, last);
        Assert.All(last, norm => Assert.True(norm > 0));
    }

    [Fact]
    public void Batch_size_and_threads_do_not_change_norms()
    {
        RecordBatch batch = Batch(Floats(4, 17, 8));
        double[][] norms = [.. new[] { (64, 1), (2, 1), (64, 2) }.Select(setting =>
        {
            using OnnxGradients model = OnnxGradients.FromBytes(RandomModels.Cnn().Build(), "cnn.onnx", new() { BatchSize = setting.Item1, Threads = setting.Item2 });
            double[] found = new double[5];
            model.GradientNorms(batch, Labels, GradientScope.AllParameters, found, default);
            return found;
        })];
        Assert.All(norms, found => Assert.All(found.Zip(norms[0]), pair => Assert.Equal(pair.Second, pair.First, 1e-6 * pair.Second)));
    }

    [Fact]
    public void Statistics_of_the_batch_are_refused()
    {
        using OnnxGradients model = OnnxGradients.Load(TorchCase.Folder("resnet18_training.onnx"));
        RecordBatch batch = Batch(Floats(3, 48, 48));
        PanameDataException error = Assert.Throws<PanameDataException>(() => model.GradientNorms(batch, Labels, GradientScope.AllParameters, new double[5], default));
        Assert.Contains("statistics of the batch", error.Message, StringComparison.Ordinal);
    }

    private static void Verify(ModelBuilder builder, Records records, params string[] uncovered)
    {
        byte[] bytes = builder.Build();
        using OnnxGradients model = OnnxGradients.FromBytes(bytes, "random.onnx");
        OnnxModelFile file = OnnxModelFile.FromMemory(bytes, "random.onnx");
        using (OnnxClassifier classifier = OnnxClassifier.FromBytes(bytes, "random.onnx"))
        {
            ObjectiveGraph graph = ObjectiveGraph.Build(file, classifier.Plan, GradientObjective.Loss);
            Assert.Equal(uncovered, PerRecordNorms.Plan(graph.Model, model.ParameterNames, [.. graph.Inputs, graph.Labels]).Uncovered);
        }

        RecordBatch batch = Batch(records);
        double[] norms = new double[5];
        foreach (string[] scope in model.ParameterNames.Select(name => new[] { name }).Append([.. model.ParameterNames]))
        {
            model.GradientNorms(batch, Labels, GradientScope.Named(scope), norms, default);
            Assert.Contains(norms, norm => norm > 1e-3);
            for (int i = 0; i < 5; i++)
            {
                BatchGradients one = model.ParameterGradients(new RecordBatch(records, i, 1), [Labels[i]], default);
                double expected = Math.Sqrt(one.Parameters.Where(parameter => scope.Contains(parameter.Name)).Sum(parameter => parameter.Values.ToArray().Sum(value => (double)value * value)));
                Assert.True(Math.Abs(norms[i] - expected) <= (1e-4 * expected) + 1e-12, FormattableString.Invariant($"{string.Join(',', scope)}, record {i + 1}: {norms[i]:G9}, alone {expected:G9}"));
            }
        }
    }

    private static RecordBatch Batch(Records records) => new(records, 0, records.Count);

    private static Records Floats(params int[] shape)
        => Records.FromArray<float>(RandomModels.Numbers(3, 5 * shape.Aggregate(1, (product, size) => product * size)), shape);
}
