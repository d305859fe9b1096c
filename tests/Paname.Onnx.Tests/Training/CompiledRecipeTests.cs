using Paname.Attacks.Data;
using Paname.Onnx.Networks;
using Paname.Onnx.Training;

namespace Paname.Onnx.Tests.Training;

/// <summary>Recipes that agree share a compiled graph; those that do not must never.</summary>
public class CompiledRecipeTests
{
    /// <summary>One logit behind batch normalisation and dropout: every property below has something to act on.</summary>
    private static readonly byte[] Changeable = OnnxNetwork.Features(6).Linear(8).BatchNorm().Relu().Dropout(0.3).Linear(1).ToOnnx(seed: 1);

    private static readonly Dictionary<string, TrainingRecipe> Changed = new()
    {
        ["optimiser"] = SmallNetwork.Recipe with { Optimiser = new Sgd { Momentum = 0.5 } },
        ["its options"] = SmallNetwork.Recipe with { Optimiser = new Adam { Beta1 = 0.5 } },
        ["rate"] = SmallNetwork.Recipe with { LearningRate = 0.02 },
        ["decay"] = SmallNetwork.Recipe with { WeightDecay = 0.1 },
        ["clipping"] = SmallNetwork.Recipe with { GradientClipNorm = 0.01 },
        ["dropout"] = SmallNetwork.Recipe with { Dropout = false },
        ["statistics"] = SmallNetwork.Recipe with { UpdateStatistics = false },
        ["loss"] = SmallNetwork.Recipe with { Loss = TrainingLoss.MeanSquaredError },
        ["privacy"] = SmallNetwork.Recipe with { UpdateStatistics = false, DifferentialPrivacy = new DifferentialPrivacy { ClipNorm = 0.1 } },
    };

    public static TheoryData<string> Changes() => [.. Changed.Keys];

    [Theory]
    [MemberData(nameof(Changes))]
    public void Recipe_is_not_taken_for_one_that_was_compiled_before(string change)
    {
        LabelledRecords records = SmallNetwork.Data();
        var data = new LabelledRecords(records.Records, [.. records.Labels.Select(label => label % 2)]);
        float[] Weights(params TrainingRecipe[] recipes)
        {
            using OnnxTrainer trainer = OnnxTrainer.FromBytes(Changeable, "changeable.onnx");
            return Array.ConvertAll(recipes, recipe => trainer.Train(data, recipe, seed: 3).Weights.ToArray())[^1];
        }

        float[] alone = Weights(Changed[change]);

        Assert.NotEqual(Weights(SmallNetwork.Recipe), alone);
        Assert.Equal(alone, Weights(SmallNetwork.Recipe, Changed[change]));
    }

    [Fact]
    public void Padding_is_not_taken_for_one_that_was_compiled_before()
    {
        byte[] network = OnnxNetwork.Tokens(vocabulary: 5, context: 4).Embedding(6).Linear(5).ToOnnx(seed: 1);
        var data = new LabelledRecords(Records.FromArray<long>(new long[] { 1, 2, 0, 0, 3, 4, 1, 0, 2, 2, 3, 4 }, 4), new int[3]);
        TrainingRecipe padded = SmallNetwork.Recipe with { PaddingToken = 0 };
        float[] Weights(params TrainingRecipe[] recipes)
        {
            using OnnxTrainer trainer = OnnxTrainer.FromBytes(network, "tokens.onnx");
            return Array.ConvertAll(recipes, recipe => trainer.Train(data, recipe, seed: 3).Weights.ToArray())[^1];
        }

        Assert.NotEqual(Weights(SmallNetwork.Recipe), Weights(padded));
        Assert.Equal(Weights(padded), Weights(SmallNetwork.Recipe, padded));
    }
}
