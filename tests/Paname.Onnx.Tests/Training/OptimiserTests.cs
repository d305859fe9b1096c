using System.Text.Json;
using Paname.Onnx.Tests.Support;
using Paname.Onnx.Training;

namespace Paname.Onnx.Tests.Training;

/// <summary>Each optimiser against PyTorch's weights after one to five steps.</summary>
public class OptimiserTests
{
    private static readonly Dictionary<string, TrainingRecipe> Recipes = new()
    {
        ["sgd"] = LinearProblem.Recipe with { Optimiser = new Sgd() },
        ["sgd_decay"] = LinearProblem.Recipe with { Optimiser = new Sgd(), WeightDecay = 0.2 },
        ["momentum"] = LinearProblem.Recipe with { Optimiser = new Sgd { Momentum = 0.9 } },
        ["nesterov"] = LinearProblem.Recipe with { Optimiser = new Sgd { Momentum = 0.9, Nesterov = true }, WeightDecay = 0.2 },
        ["adam"] = LinearProblem.Recipe with { Optimiser = new Adam() },
        ["adam_decay"] = LinearProblem.Recipe with { Optimiser = new Adam { Beta1 = 0.8, Beta2 = 0.99, Epsilon = 1e-3 }, WeightDecay = 0.2 },
        ["adamw"] = LinearProblem.Recipe with { Optimiser = new AdamW(), WeightDecay = 0.2 },
        ["clipped"] = LinearProblem.Recipe with { Optimiser = new Sgd { Momentum = 0.9 }, GradientClipNorm = 0.5 },
    };

    [Theory]
    [InlineData("sgd")]
    [InlineData("sgd_decay")]
    [InlineData("momentum")]
    [InlineData("nesterov")]
    [InlineData("adam")]
    [InlineData("adam_decay")]
    [InlineData("adamw")]
    [InlineData("clipped")]
    public void Weights_follow_PyTorch(string name)
    {
        using OnnxTrainer trainer = LinearProblem.Open();
        double[][] expected = Expected(name);
        for (int epochs = 1; epochs <= expected.Length; epochs++)
        {
            TrainedModel trained = trainer.Train(LinearProblem.Data, Recipes[name] with { Epochs = epochs }, seed: 1);

            for (int i = 0; i < 2; i++)
            {
                Assert.Equal(expected[epochs - 1][i], trained.Weights[i], 2e-6);
            }
        }
    }

    [Fact]
    public void Step_decay_scales_each_epoch()
    {
        // Without momentum, a step at rate r moves by r g: the second epoch runs at a tenth.
        using OnnxTrainer trainer = LinearProblem.Open();
        TrainingRecipe recipe = LinearProblem.Recipe with { Optimiser = new Sgd(), Schedule = new StepDecay { Every = 1, Factor = 0.1 } };
        float[] one = trainer.Train(LinearProblem.Data, recipe with { Epochs = 1 }, 1).Weights.ToArray();
        float[] two = trainer.Train(LinearProblem.Data, recipe with { Epochs = 2 }, 1).Weights.ToArray();
        double[][] constant = Expected("sgd");

        Assert.Equal((constant[1][0] - constant[0][0]) / 10, two[0] - one[0], 1e-6);
        Assert.Equal((constant[1][1] - constant[0][1]) / 10, two[1] - one[1], 1e-6);
    }

    [Fact]
    public void Warm_up_rises_in_a_straight_line()
    {
        using OnnxTrainer trainer = LinearProblem.Open();
        TrainingRecipe recipe = LinearProblem.Recipe with { Optimiser = new Sgd(), Epochs = 1, WarmUpSteps = 4 };
        double[][] constant = Expected("sgd");

        Assert.Equal(0.5 + ((constant[0][0] - 0.5) / 4), trainer.Train(LinearProblem.Data, recipe, 1).Weights[0], 1e-6);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(5, 0.5)]
    [InlineData(10, 0)]
    public void Cosine_falls_to_its_floor(int epoch, double expected) => Assert.Equal(expected, new CosineDecay().At(epoch, 10), 1e-12);

    private static double[][] Expected(string name)
        => JsonSerializer.Deserialize<Dictionary<string, double[][]>>(File.ReadAllText(ReferenceFiles.PathOf("training", "optimisers.json")))![name];
}
