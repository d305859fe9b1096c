using Paname.Attacks.Data;
using Paname.Onnx.Graphs.Schema;
using Paname.Onnx.Tests.Support;
using Paname.Onnx.Training;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Tests.Training;

/// <summary>Each loss by values worked out by hand, and that one small step lowers it as its gradient says.</summary>
public class LossTests
{
    private static readonly float[] Features = [1, 2, -1, 0.5f, 0.25f, -1.5f, 0.5f, 1];

    private static readonly TrainingRecipe Step = new() { Optimiser = new Sgd(), LearningRate = 1e-3, Epochs = 1, BatchSize = 4, Initialisation = Initialisation.FromFile };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Binary_loss_of_one_logit_or_its_sigmoid(bool sigmoid)
    {
        using OnnxTrainer trainer = Linear([0.5f, -0.25f], 1, sigmoid ? "Sigmoid" : null);
        var data = new LabelledRecords(Records.FromArray<float>(Features, 2), [1, 0, 1, 0]);
        double[] logits = [.. Enumerable.Range(0, 4).Select(i => (0.5 * Features[2 * i]) - (0.25 * Features[(2 * i) + 1]))];

        double expected = logits.Zip(data.Labels, (z, label) => Math.Log(1 + Math.Exp(label == 1 ? -z : z))).Average();

        Assert.Equal(expected, trainer.MeanLoss(data), 1e-6);
        double[] gradient = [.. Enumerable.Range(0, 2).Select(j => Enumerable.Range(0, 4).Average(i => ((1 / (1 + Math.Exp(-logits[i]))) - data.Labels[i]) * Features[(2 * i) + j]))];
        float[] weights = trainer.Train(data, Step, 1).Weights.ToArray();
        Assert.Equal(0.5 - (1e-3 * gradient[0]), weights[0], 1e-7);
        Assert.Equal(-0.25 - (1e-3 * gradient[1]), weights[1], 1e-7);
    }

    [Theory]
    [InlineData("Squeeze")]
    [InlineData("Flatten")]
    [InlineData("Reshape")]
    public void Sigmoid_in_another_form_is_a_binary_loss(string form)
    {
        ModelBuilder model = new ModelBuilder().Input("x", DataType.Float, -1, 2).Weights("w", [2, 1], 0.5f, -0.25f).Integers("last", 1).Integers("flat", -1).Node("MatMul", "x w", "z").Node("Sigmoid", "z", "p");
        model = form switch
        {
            "Squeeze" => model.Node(form, "p last", "y").Output("y", DataType.Float, -1),
            "Reshape" => model.Node(form, "p flat", "y").Output("y", DataType.Float, -1),
            _ => model.Node(form, "p", "y").Output("y", DataType.Float, -1, 1),
        };
        using OnnxTrainer trainer = OnnxTrainer.FromBytes(model.Build(), "m.onnx");
        using OnnxTrainer plain = Linear([0.5f, -0.25f], 1, "Sigmoid");
        var data = new LabelledRecords(Records.FromArray<float>(Features, 2), [1, 0, 1, 0]);

        Assert.Equal(plain.MeanLoss(data), trainer.MeanLoss(data), 1e-7);
        Assert.Equal(plain.Train(data, Step, 1).Weights.ToArray(), trainer.Train(data, Step, 1).Weights.ToArray());
    }

    [Fact]
    public void Squared_error_of_a_field_of_targets()
    {
        using OnnxTrainer trainer = Linear([0.5f, 0.1f, -0.25f, 0.2f], 2, last: null);
        float[] targets = [0.5f, -1, 2, 0, 0.25f, 1, -0.5f, 3];
        var records = new Records(new RecordField<float>("x", Features, [2]), new RecordField<float>("target", targets, [2]));
        TrainingRecipe recipe = Step with { Loss = TrainingLoss.MeanSquaredError, TargetField = "target" };
        double Output(int i, int k) => (Features[2 * i] * (k == 0 ? 0.5 : 0.1)) + (Features[(2 * i) + 1] * (k == 0 ? -0.25 : 0.2));
        double[] errors = [.. Enumerable.Range(0, 8).Select(i => Output(i / 2, i % 2) - targets[i])];

        Assert.Equal(errors.Average(error => error * error), trainer.MeanLoss(new LabelledRecords(records, [0, 0, 0, 0]), recipe), 1e-6);
        double slope = Enumerable.Range(0, 4).Sum(i => 2 * errors[2 * i] * Features[2 * i]) / 8;
        Assert.Equal(0.5 - (1e-3 * slope), trainer.Train(new LabelledRecords(records, [0, 0, 0, 0]), recipe, 1).Weights[0], 1e-7);
    }

    [Fact]
    public void Next_token_loss_is_a_mean_over_the_tokens_that_are_predicted()
    {
        // The logits of a token are its row of a table: the loss of each step is known from that row.
        using OnnxTrainer trainer = Bigrams();
        var data = new LabelledRecords(new Records(new RecordField<long>("ids", new long[] { 0, 1, 2, 1, 2, 3, 3, 3 }, [4])), [0, 0]);
        double[][] table = [[0, 1, 0, -1], [1, 0.5, 2, 0], [0, 0.25, -1, 1], [0, 0, 0, 0]];
        (int From, int To)[] all = [(0, 1), (1, 2), (2, 1), (2, 3), (3, 3), (3, 3)];
        double Loss((int From, int To) pair) => Math.Log(table[pair.From].Sum(Math.Exp)) - table[pair.From][pair.To];

        Assert.Equal(all.Average(Loss), trainer.MeanLoss(data), 1e-6);
        Assert.Equal(all[..3].Average(Loss), trainer.MeanLoss(data, new TrainingRecipe { PaddingToken = 3 }), 1e-6);
        float[] weights = trainer.Train(data, Step with { PaddingToken = 3 }, 1).Weights.ToArray();

        // The row of token 0 predicts once of three times.
        double[] exp = [.. table[0].Select(Math.Exp)];
        for (int i = 0; i < 4; i++)
        {
            Assert.Equal(table[0][i] - (1e-3 * ((exp[i] / exp.Sum()) - (i == 1 ? 1 : 0)) / 3), weights[i], 1e-7);
        }
    }

    [Fact]
    public void Mean_loss_does_not_depend_on_which_recipe_was_used_first()
    {
        var data = new LabelledRecords(new Records(new RecordField<long>("ids", new long[] { 0, 1, 2, 1, 2, 3, 3, 3 }, [4])), [0, 0]);
        var plain = new TrainingRecipe { PaddingToken = 3 };
        TrainingRecipe clipped = plain with { DifferentialPrivacy = new DifferentialPrivacy() };
        using OnnxTrainer first = Bigrams();
        using OnnxTrainer second = Bigrams();

        double[] losses = [first.MeanLoss(data, clipped), first.MeanLoss(data, plain), second.MeanLoss(data, plain), second.MeanLoss(data, clipped)];

        Assert.All(losses, loss => Assert.Equal(losses[2], loss));
    }

    [Fact]
    public void Token_outside_the_table_is_reported_without_its_value()
    {
        using OnnxTrainer trainer = Bigrams();
        var data = new LabelledRecords(new Records(new RecordField<long>("ids", new long[] { 0, 1, 4711, 1 }, [4])), [0]);

        string[] messages =
        [
            Assert.Throws<PanameDataException>(() => trainer.MeanLoss(data)).Message,
            Assert.Throws<PanameDataException>(() => trainer.Train(data, Step, 1)).Message,
        ];

        Assert.StartsWith("m.onnx: ONNX Runtime failed in Gather (node 'z') while measuring the loss.", messages[0], StringComparison.Ordinal);
        Assert.StartsWith("m.onnx: ONNX Runtime failed in Gather (node 'z') while training 'model'.", messages[1], StringComparison.Ordinal);
        Assert.All(messages, message => Assert.DoesNotContain("4711", message, StringComparison.Ordinal));
    }

    [Fact]
    public void Loss_that_cannot_be_read_off_the_graph()
    {
        using OnnxTrainer trainer = Linear([0.5f, 0.1f, -0.25f, 0.2f], 2, "Tanh");
        var data = new LabelledRecords(Records.FromArray<float>(Features, 2), [1, 0, 1, 0]);

        var error = Assert.Throws<PanameDataException>(() => trainer.MeanLoss(data));

        Assert.Equal("m.onnx: output 'p' cannot be trained: its loss cannot be read off the graph (it is made by Tanh (node 'p')); state it with TrainingRecipe.Loss. Name another output with OnnxTrainerOptions.OutputName, or another loss with TrainingRecipe.Loss.", error.Message);
        Assert.True(trainer.MeanLoss(data, new TrainingRecipe { Loss = TrainingLoss.SoftmaxCrossEntropy }) > 0);
    }

    private static OnnxTrainer Linear(float[] weights, int outputs, string? last)
    {
        ModelBuilder model = new ModelBuilder().Input("x", DataType.Float, -1, 2).Weights("w", [2, outputs], weights).Node("MatMul", "x w", "z");
        model = last is null ? model.Output("z", DataType.Float, -1, outputs) : model.Node(last, "z", "p").Output("p", DataType.Float, -1, outputs);
        return Open(model);
    }

    private static OnnxTrainer Bigrams() => Open(new ModelBuilder()
        .Input("ids", DataType.Int64, -1, -2)
        .Weights("table", [4, 4], 0, 1, 0, -1, 1, 0.5f, 2, 0, 0, 0.25f, -1, 1, 0, 0, 0, 0)
        .Node("Gather", "table ids", "z")
        .Output("z", DataType.Float, -1, -2, 4));

    private static OnnxTrainer Open(ModelBuilder model)
    {
        foreach (NodeProto node in model.Graph.Node)
        {
            node.Name = node.Output[0];
        }

        return OnnxTrainer.FromBytes(model.Build(), "m.onnx");
    }
}
