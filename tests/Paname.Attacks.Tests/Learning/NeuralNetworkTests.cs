using MathNet.Numerics.Random;
using Paname.Attacks.Learning;

namespace Paname.Attacks.Tests.Learning;

/// <summary>The network's gradients, and what a linear model cannot learn.</summary>
public sealed class NeuralNetworkTests
{
    [Theory]
    [InlineData(8, 0)]
    [InlineData(8, 8)]
    public void The_corners_of_a_square_are_told_apart(int first, int second)
    {
        double[] corners = [0, 0, 0, 1, 1, 0, 1, 1];
        var table = new FeatureTable(40, 2, Enumerable.Range(0, 40).SelectMany(i => corners.Skip(i % 4 * 2).Take(2)).ToArray());
        bool[] positive = [.. Enumerable.Range(0, 40).Select(i => i % 4 is 1 or 2)];
        var options = new NeuralNetworkOptions { Hidden = second == 0 ? [first] : [first, second], Epochs = 400, LearningRate = .02, WeightDecay = 0 };
        double[] probabilities = Learners.NeuralNetwork(options).Fit(table, positive, 1).Predict(table);
        Assert.All(probabilities.Zip(positive), pair => Assert.InRange(pair.Second ? pair.First : 1 - pair.First, .95, 1));
    }

    [Fact]
    public void Input_errors_are_the_derivatives_of_the_output()
    {
        var random = new MersenneTwister(3, threadSafe: false);
        var layer = new DenseLayer(4, 5, random);
        var last = new DenseLayer(5, 1, random);
        double[] inputs = [.3, -.7, 1.1, .2];
        double Output(double[] at)
        {
            layer.Forward(at, rectify: true);
            last.Forward(layer.Outputs, rectify: false);
            return last.Outputs[0];
        }

        Output(inputs);
        last.OutputErrors[0] = 1;
        last.Backward(layer.OutputErrors, rectified: false);
        var errors = new double[4];
        layer.Backward(errors, rectified: true);
        for (int i = 0; i < 4; i++)
        {
            double[] above = [.. inputs];
            double[] below = [.. inputs];
            above[i] += 1e-6;
            below[i] -= 1e-6;
            Assert.Equal((Output(above) - Output(below)) / 2e-6, errors[i], 1e-8);
        }
    }
}
