using Paname.Attacks.Data;
using Paname.Attacks.Targets;
using Paname.Onnx.Tests.Support;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Tests.Gradients;

public sealed class OnnxGradientsTests
{
    private static readonly RecordBatch Three = new(Records.FromArray<float>(RandomModels.Numbers(8, 12), 4), 0, 3);

    [Theory]
    [InlineData("")]
    [InlineData("Softmax")]
    [InlineData("LogSoftmax")]
    [InlineData("hand-written softmax")]
    public void Objectives_and_gradients_of_three_classes_agree_with_the_scores(string end)
    {
        (ModelBuilder model, string z) = Linear(3);
        model = end switch
        {
            "" => model.Node("Identity", z, "y"),
            "hand-written softmax" => model.Node("Exp", z, "e").Integers("axes", 1).Node("ReduceSum", "e axes", "s", ("keepdims", 1)).Node("Div", "e s", "y"),
            _ => model.Node(end, z, "q", ("axis", -1)).Node("Identity", "q", "y"),
        };
        Verify(model.Output("y", DataType.Float, -1, 3), logits: end.Length == 0 || end == "LogSoftmax", hasLogits: end != "hand-written softmax");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Objectives_and_gradients_of_one_column_agree_with_the_scores(bool sigmoid)
    {
        (ModelBuilder model, string z) = Linear(1);
        Verify(model.Node(sigmoid ? "Sigmoid" : "Identity", z, "y").Output("y", DataType.Float, -1, 1), logits: !sigmoid, hasLogits: true);
    }

    [Fact]
    public void Model_that_drops_values_at_random_is_refused()
    {
        byte[] Model(float rate, bool training) => new ModelBuilder().Input("x", DataType.Float, -1, 2).Weights("w", [2, 3], 1, 2, 3, 4, 5, 6).Node("MatMul", "x w", "z")
            .Weights("rate", [], rate).Stored("training", training).Node("Dropout", "z rate training", "y").Output("y", DataType.Float, -1, 3).Build();

        Assert.Equal(
            "m.onnx: Dropout (node 'Dropout_node') drops values at random at every call, so a record has no gradient of its own. Export the model in evaluation mode (model.eval() in PyTorch).",
            Assert.Throws<PanameDataException>(() => OnnxGradients.FromBytes(Model(0.5f, training: true), "m.onnx")).Message);
        OnnxGradients.FromBytes(Model(0.5f, training: false), "m.onnx").Dispose();
        OnnxGradients.FromBytes(Model(0, training: true), "m.onnx").Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Losses_and_their_gradients_keep_their_digits_however_sure_the_model_is(bool column)
    {
        // Logits 0 and x: at x = 40 the loss is e^-40, which 1 - p cannot say.
        ModelBuilder model = new ModelBuilder().Input("x", DataType.Float, -1, 1);
        model = column
            ? model.Node("Sigmoid", "x", "y").Output("y", DataType.Float, -1, 1)
            : model.Weights("w", [1, 2], 0, 1).Weights("b", [2], 0, 0).Node("Gemm", "x w b", "z").Node("Softmax", "z", "y").Output("y", DataType.Float, -1, 2);
        using OnnxGradients gradients = OnnxGradients.FromBytes(model.Build(), "sure.onnx");
        float[] x = [80, 40, 18, 15.5f, 5, 0.25f, 0, -0.25f, -5, -40, -80];
        foreach (int label in new[] { 0, 1 })
        {
            double[] losses = new double[x.Length];
            float[] slopes = new float[x.Length];
            gradients.InputGradients(new RecordBatch(Records.FromArray<float>(x, 1), 0, x.Length), GradientObjective.Loss, [.. x.Select(_ => label)], losses, slopes, default);
            for (int i = 0; i < x.Length; i++)
            {
                double sign = label == 1 ? -1 : 1;
                double odds = Math.Exp(sign * x[i]);

                double loss = odds > 1 ? (sign * x[i]) + Math.Log(1 + (1 / odds)) : odds < 1e-6 ? odds * (1 - (odds / 2)) : Math.Log(1 + odds);
                double slope = sign * odds / (1 + odds);
                Assert.Equal(loss, losses[i], 1e-6 * loss);
                Assert.Equal(slope, slopes[i], 1e-5 * Math.Abs(slope));
            }
        }
    }

    [Fact]
    public void Parameter_gradients_do_not_depend_on_how_records_are_cut_into_batches()
    {
        byte[] bytes = RandomModels.Mlp().Build();
        var batch = new RecordBatch(Records.FromArray<float>(RandomModels.Numbers(4, 30), 6), 0, 5);
        using OnnxGradients whole = OnnxGradients.FromBytes(bytes, "mlp.onnx");
        using OnnxGradients cut = OnnxGradients.FromBytes(bytes, "mlp.onnx", new() { BatchSize = 2 });
        BatchGradients a = whole.ParameterGradients(batch, [0, 1, 2, 0, 1], default);
        BatchGradients b = cut.ParameterGradients(batch, [0, 1, 2, 0, 1], default);
        Assert.Equal(a.Loss, b.Loss, 1e-6);
        Assert.All(a.Parameters.Zip(b.Parameters), pair => TorchCase.Close(pair.Second.Values.Span, pair.First.Values.Span, pair.First.Name));
    }

    [Fact]
    public void A_model_with_a_fixed_batch_gives_each_record_its_own_numbers()
    {
        RecordBatch batch = new(Records.FromArray<float>(RandomModels.Numbers(8, 15), 3), 0, 5);
        ModelBuilder Model(int size) => new ModelBuilder().Input("x", DataType.Float, size, 3).Random("w", 3, 3).Random("b", 3).Node("Gemm", "x w b", "y").Output("y", DataType.Float, size, 3);
        double[] free = Norms(Model(-1));
        Assert.All(Norms(Model(2)).Zip(free), pair => Assert.Equal(pair.Second, pair.First, 1e-6));

        double[] Norms(ModelBuilder model)
        {
            using OnnxGradients gradients = OnnxGradients.FromBytes(model.Build(), "fixed.onnx");
            double[] norms = new double[5];
            gradients.GradientNorms(batch, [0, 1, 2, 0, 1], GradientScope.AllParameters, norms, default);
            BatchGradients mean = gradients.ParameterGradients(batch, [0, 1, 2, 0, 1], default);
            return [.. norms, .. mean.Parameters[0].Values.ToArray()];
        }
    }

    [Fact]
    public void Calls_from_several_threads_give_the_same_numbers()
    {
        using OnnxGradients model = OnnxGradients.FromBytes(RandomModels.Mlp().Build(), "mlp.onnx");
        var batch = new RecordBatch(Records.FromArray<float>(RandomModels.Numbers(4, 30), 6), 0, 5);
        double[][] norms = [.. Enumerable.Range(0, 8).AsParallel().WithDegreeOfParallelism(4).Select(_ =>
        {
            double[] found = new double[5];
            model.GradientNorms(batch, [0, 1, 2, 0, 1], GradientScope.AllParameters, found, default);
            return found;
        })];
        Assert.All(norms, found => Assert.Equal(norms[0], found));
    }

    [Fact]
    public void A_gradient_that_is_no_number_names_the_record()
    {
        ModelBuilder model = new ModelBuilder().Input("x", DataType.Float, -1, 2).Random("w", 2, 2).Random("b", 2)
            .Node("Sqrt", "x", "r").Node("Gemm", "r w b", "y").Output("y", DataType.Float, -1, 2);
        using OnnxGradients gradients = OnnxGradients.FromBytes(model.Build(), "root.onnx");
        var batch = new RecordBatch(Records.FromArray<float>(new float[] { 1, 2, 0, 3 }, 2), 0, 2);
        PanameDataException error = Assert.Throws<PanameDataException>(() => gradients.InputGradients(batch, GradientObjective.Loss, [0, 1], new double[2], new float[4], default));
        Assert.StartsWith("root.onnx: the gradient for record 2 is not a finite number", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_operator_without_a_derivative_is_named_with_what_still_runs()
    {
        using OnnxGradients model = OnnxGradients.Load(TorchCase.Folder("lstm.onnx"));
        var batch = new RecordBatch(Records.FromArray<float>(new float[40], 5, 4), 0, 2);
        PanameDataException error = Assert.Throws<PanameDataException>(() => model.InputGradients(batch, GradientObjective.Loss, [0, 1], new double[2], new float[40], default));
        Assert.Contains("LSTM", error.Message, StringComparison.Ordinal);
        Assert.Contains("Attacks that query the model", error.Message, StringComparison.Ordinal);
        model.Score(batch, new double[6], default);
    }

    [Fact]
    public void Whole_numbers_have_no_input_gradient_but_parameters_have()
    {
        using OnnxGradients model = OnnxGradients.FromBytes(RandomModels.Attention(3).Build(), "text.onnx");
        var batch = new RecordBatch(Records.FromArray<long>(new long[] { 0, 1, 2 }, 3), 0, 1);
        Assert.Equal(0, model.InputWidth);
        PanameDataException error = Assert.Throws<PanameDataException>(() => model.InputGradients(batch, GradientObjective.Loss, [0], new double[1], [], default));
        Assert.Contains("none of its inputs holds floating-point numbers", error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(model.ParameterGradients(batch, [0], default).Parameters);
    }

    [Fact]
    public void Mistakes_of_the_caller_are_argument_errors()
    {
        using OnnxGradients model = OnnxGradients.FromBytes(Linear(3).Model.Node("Identity", "z", "y").Output("y", DataType.Float, -1, 3).Build(), "linear.onnx");
        Assert.Equal(4, model.InputWidth);
        Assert.Throws<ArgumentException>(() => model.InputGradients(Three, GradientObjective.Loss, [0, 1, 3], new double[3], new float[12], default));
        Assert.Throws<ArgumentException>(() => model.InputGradients(Three, GradientObjective.Loss, [0, 1], new double[3], new float[12], default));
        Assert.Throws<ArgumentException>(() => model.InputGradients(Three, GradientObjective.Loss, [0, 1, 2], new double[3], new float[11], default));
        Assert.Throws<ArgumentException>(() => model.GradientNorms(Three, [0, 1, 2], GradientScope.Named("no such"), new double[3], default));
        Assert.Throws<ArgumentException>(() => model.GradientNorms(Three, [0, 1, 2], GradientScope.AllParameters, new double[2], default));
        Assert.Throws<OperationCanceledException>(() => model.ParameterGradients(Three, [0, 1, 2], new CancellationToken(canceled: true)));
        model.Dispose();
        Assert.Throws<ObjectDisposedException>(() => model.ParameterGradients(Three, [0, 1, 2], default));
    }

    private static (ModelBuilder Model, string Logits) Linear(int classes)
        => (new ModelBuilder().Input("x", DataType.Float, -1, 4).Random("w", 4, classes).Random("b", classes).Node("Gemm", "x w b", "z"), "z");

    /// <summary>Objectives against what Score gives, gradients against differences of the objectives.</summary>
    private static void Verify(ModelBuilder builder, bool logits, bool hasLogits)
    {
        using OnnxGradients model = OnnxGradients.FromBytes(builder.Build(), "linear.onnx");
        Assert.Equal(logits ? OutputKind.Logits : OutputKind.Probabilities, model.OutputKind);
        double[] scores = new double[3 * model.Classes];
        model.Score(Three, scores, default);
        int[] classes = [0, 1, model.Classes - 1];
        foreach (GradientObjective objective in Enum.GetValues<GradientObjective>())
        {
            if (objective == GradientObjective.Logit && !hasLogits)
            {
                Assert.Throws<PanameDataException>(() => Objectives(model, Three, objective, classes, new float[12]));
                continue;
            }

            float[] gradients = new float[12];
            double[] values = Objectives(model, Three, objective, classes, gradients);
            for (int record = 0; record < 3; record++)
            {
                double[] row = scores[(record * model.Classes)..((record + 1) * model.Classes)];
                double probability = logits ? Math.Exp(row[classes[record]]) / row.Sum(Math.Exp) : row[classes[record]];
                double? expected = objective switch
                {
                    GradientObjective.Loss => -Math.Log(probability),
                    GradientObjective.LogProbability => Math.Log(probability),
                    GradientObjective.Probability => probability,
                    _ => logits ? row[classes[record]] : null,
                };
                Assert.True(expected is null || Math.Abs(expected.Value - values[record]) < 2e-6, $"{objective}: {values[record]}, not {expected}");
            }

            Differences(model, objective, classes, gradients);
        }
    }

    private static void Differences(OnnxGradients model, GradientObjective objective, int[] classes, float[] gradients)
    {
        const float Step = 0.01f;
        float[] x = RandomModels.Numbers(8, 12);
        for (int i = 0; i < 12; i++)
        {
            float[] up = [.. x];
            float[] down = [.. x];
            up[i] += Step;
            down[i] -= Step;
            double slope = (Objectives(model, new(Records.FromArray<float>(up, 4), 0, 3), objective, classes, new float[12])[i / 4]
                - Objectives(model, new(Records.FromArray<float>(down, 4), 0, 3), objective, classes, new float[12])[i / 4]) / ((double)up[i] - down[i]);
            Assert.Equal(slope, gradients[i], 1e-4);
        }
    }

    private static double[] Objectives(OnnxGradients model, RecordBatch batch, GradientObjective objective, int[] classes, float[] gradients)
    {
        double[] values = new double[batch.Count];
        model.InputGradients(batch, objective, classes, values, gradients, default);
        return values;
    }
}
