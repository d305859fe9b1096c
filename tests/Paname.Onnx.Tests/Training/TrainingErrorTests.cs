using Paname.Attacks.Data;
using Paname.Onnx.Tests.Support;
using Paname.Onnx.Training;

namespace Paname.Onnx.Tests.Training;

/// <summary>What cannot be trained says so, with the mend, and without a value of a record.</summary>
public class TrainingErrorTests
{
    [Fact]
    public void Label_outside_the_classes()
    {
        using OnnxTrainer trainer = SmallNetwork.Open();
        var data = new LabelledRecords(Records.FromArray<float>(new float[12], 6), [0, 3]);

        var error = Assert.Throws<PanameDataException>(() => trainer.Train(data, SmallNetwork.Recipe, 1));

        Assert.Equal("small.onnx: record 2 has a label outside the model's 3 classes (0 to 2). Map the labels to the class indices of the model.", error.Message);
    }

    [Fact]
    public void Wrong_number_of_features()
    {
        using OnnxTrainer trainer = SmallNetwork.Open();
        var data = new LabelledRecords(Records.FromArray<float>(new float[10], 5), [0, 1]);

        var error = Assert.Throws<PanameDataException>(() => trainer.Train(data, SmallNetwork.Recipe, 1));

        Assert.Contains("input 'x' float[?,6] takes 6 values per record, but field 'features' has 5", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Loss_that_is_no_number_names_epoch_and_step()
    {
        using OnnxTrainer trainer = LinearProblem.Open();
        TrainingRecipe recipe = LinearProblem.Recipe with { Optimiser = new Sgd(), LearningRate = 1e9 };

        var error = Assert.Throws<PanameDataException>(() => trainer.Train(LinearProblem.Data, recipe, 7));

        Assert.StartsWith("linear.onnx: training of 'model' (seed 7) diverged: the loss is no finite number in epoch 3, step 1. Lower TrainingRecipe.LearningRate", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_that_diverged_in_the_last_step_are_not_given_out()
    {
        using OnnxTrainer trainer = LinearProblem.Open();
        TrainingRecipe recipe = LinearProblem.Recipe with { Optimiser = new Sgd(), LearningRate = 1e30, Epochs = 1 };

        var error = Assert.Throws<PanameDataException>(() => trainer.Train(LinearProblem.Data, recipe, 7));

        Assert.StartsWith("linear.onnx: the loss of records 1 to 3, in inference mode, is no finite number.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Squared_error_with_another_number_of_targets()
    {
        using OnnxTrainer trainer = SmallNetwork.Open();
        var records = new Records(new RecordField<float>("x", new float[12], [6]), new RecordField<float>("y", new float[4], [2]));
        TrainingRecipe recipe = SmallNetwork.Recipe with { Loss = TrainingLoss.MeanSquaredError };

        Assert.StartsWith("small.onnx: the output has 3 values per record, but a label is 1. Name a field", Assert.Throws<PanameDataException>(() => trainer.Train(SmallNetwork.Data(), recipe, 1)).Message, StringComparison.Ordinal);
        Assert.StartsWith(
            "small.onnx: the output has 3 values per record, but field 'y' gives 2. Name a field",
            Assert.Throws<PanameDataException>(() => trainer.Train(new LabelledRecords(records, [0, 1]), recipe with { TargetField = "y" }, 1)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void First_failing_job_is_reported()
    {
        using OnnxTrainer trainer = LinearProblem.Open();
        TrainingJob good = new(LinearProblem.Data, LinearProblem.Recipe with { Epochs = 2 }, 1);
        TrainingJob bad = new(LinearProblem.Data, LinearProblem.Recipe with { Optimiser = new Sgd(), LearningRate = 1e9 }, 1) { Name = "second" };

        var error = Assert.Throws<PanameDataException>(() => trainer.TrainAll([good, bad, bad with { Name = "third" }], parallel: 1));

        Assert.Contains("'second'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Loss_that_does_not_fit_the_output()
    {
        using OnnxTrainer trainer = SmallNetwork.Open();

        var error = Assert.Throws<PanameDataException>(() => trainer.Train(SmallNetwork.Data(), SmallNetwork.Recipe with { Loss = TrainingLoss.BinaryCrossEntropy }, 1));

        Assert.StartsWith("small.onnx: output 'z' cannot be trained: a binary loss needs one logit per record, or its sigmoid.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fixed_batch()
    {
        using OnnxTrainer trainer = OnnxTrainer.FromBytes(SmallModels.Logits(batch: 4), "fixed.onnx");
        var data = new LabelledRecords(Records.FromArray<float>(new float[8], 2), [0, 1, 2, 0]);

        Assert.Equal(
            "fixed.onnx: input 'x' fixes the batch at 4, and training needs batches of any size. Export the model with a dynamic batch axis (dynamic_axes in torch.onnx.export).",
            Assert.Throws<PanameDataException>(() => trainer.Train(data, SmallNetwork.Recipe, 1)).Message);
    }

    [Fact]
    public void Held_out_records_without_a_rule()
    {
        using OnnxTrainer trainer = SmallNetwork.Open();

        Assert.Throws<ArgumentException>(() => trainer.Train(SmallNetwork.Data(), SmallNetwork.Recipe, 1, SmallNetwork.Data(2)));
        Assert.Throws<ArgumentException>(() => trainer.Train(SmallNetwork.Data(), SmallNetwork.Recipe with { EarlyStopping = new EarlyStopping() }, 1));
    }

    public static TheoryData<TrainingRecipe> Impossible() =>
    [
        new TrainingRecipe { LearningRate = 0 },
        new TrainingRecipe { LearningRate = double.NaN },
        new TrainingRecipe { Epochs = 0 },
        new TrainingRecipe { BatchSize = 0 },
        new TrainingRecipe { WarmUpSteps = -1 },
        new TrainingRecipe { WeightDecay = -1 },
        new TrainingRecipe { GradientClipNorm = 0 },
        new TrainingRecipe { TargetLoss = double.NaN },
        new TrainingRecipe { Optimiser = new Sgd { Momentum = 1 } },
        new TrainingRecipe { Optimiser = new Sgd { Nesterov = true } },
        new TrainingRecipe { Optimiser = new Adam { Beta1 = 1 } },
        new TrainingRecipe { Optimiser = new AdamW { Epsilon = 0 } },
        new TrainingRecipe { Schedule = new StepDecay { Every = 0 } },
        new TrainingRecipe { Schedule = new StepDecay { Factor = 2 } },
        new TrainingRecipe { Schedule = new CosineDecay { Floor = -1 } },
        new TrainingRecipe { EarlyStopping = new EarlyStopping { Patience = 0 } },
        new TrainingRecipe { DifferentialPrivacy = new DifferentialPrivacy { ClipNorm = 0 } },
        new TrainingRecipe { DifferentialPrivacy = new DifferentialPrivacy(), GradientClipNorm = 1 },
        new TrainingRecipe { Initialisation = (Initialisation)9 },
    ];

    [Theory]
    [MemberData(nameof(Impossible))]
    public void Recipe_outside_its_ranges(TrainingRecipe recipe)
    {
        using OnnxTrainer trainer = LinearProblem.Open();

        Assert.ThrowsAny<ArgumentException>(() => trainer.Train(LinearProblem.Data, recipe, 1));
    }
}
