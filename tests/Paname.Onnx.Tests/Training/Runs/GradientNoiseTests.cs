using Paname.Onnx.Training.Runs;

namespace Paname.Onnx.Tests.Training.Runs;

/// <summary>The noise of DP-SGD protects only if it is new at every step.</summary>
public class GradientNoiseTests
{
    [Fact]
    public void Draws_depend_on_seed_and_step_alone()
    {
        Assert.Equal(Draw(1, 5), Draw(1, 5));
        Assert.NotEqual(Draw(1, 5), Draw(1, 6));
        Assert.NotEqual(Draw(1, 5), Draw(2, 5));
    }

    [Fact]
    public void Draws_of_two_steps_are_normal_and_independent()
    {
        const int Count = 20_000;
        float[] first = Draw(1, 1, Count);
        float[] second = Draw(1, 2, Count);

        // Four standard errors: 4 / sqrt(n) for mean and correlation, 4 / sqrt(2 n) for the deviation; the fourth moment of a normal number is 3.
        double bound = 4 / Math.Sqrt(Count);
        Assert.InRange(first.Average(value => value / 0.5), -bound, bound);
        Assert.InRange(Math.Sqrt(first.Average(value => value * value / 0.25)), 1 - (bound / Math.Sqrt(2)), 1 + (bound / Math.Sqrt(2)));
        Assert.InRange(first.Average(value => Math.Pow(value / 0.5, 4)), 3 - (bound * Math.Sqrt(96)), 3 + (bound * Math.Sqrt(96)));
        Assert.InRange(first.Zip(second, (left, right) => left * right / 0.25).Average(), -bound, bound);
    }

    private static float[] Draw(int seed, long step, int count = 8)
    {
        using var noise = new GradientNoise(count, seed, 0.5);
        noise.Draw(step);
        return noise.Vector.Span.ToArray();
    }
}
