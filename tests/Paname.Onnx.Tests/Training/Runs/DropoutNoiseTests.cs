using Paname.Onnx.Training.Runs;
using Paname.Onnx.Training.Steps;

namespace Paname.Onnx.Tests.Training.Runs;

public class DropoutNoiseTests
{
    [Fact]
    public void Masks_drop_at_their_rates_and_keep_the_mean()
    {
        using var noise = Open(seed: 1);
        noise.Draw(1);

        // Of 20,000 draws the share is known to 0.35 %, one standard deviation.
        Assert.All(noise.Factors(0).ToArray(), factor => Assert.True(factor is 0 || factor == 1 / 0.75f));
        Assert.InRange(noise.Factors(0).ToArray().Count(factor => factor == 0) / 20000.0, 0.236, 0.264);
        Assert.InRange(noise.Factors(1).ToArray().Count(factor => factor == 0) / 20000.0, 0.486, 0.514);
        Assert.InRange(noise.Factors(1).ToArray().Average(), 0.97, 1.03);
    }

    [Fact]
    public void Draws_depend_on_seed_step_and_mask_alone()
    {
        using var noise = Open(seed: 1);
        noise.Draw(5);
        float[] fifth = noise.Factors(0).ToArray();
        noise.Draw(6);
        float[] sixth = noise.Factors(0).ToArray();
        noise.Draw(5);

        Assert.Equal(fifth, noise.Factors(0).ToArray());
        Assert.InRange(Agreement(fifth, sixth), 0.6, 0.65);
        using var other = Open(seed: 2);
        other.Draw(5);
        Assert.InRange(Agreement(fifth, other.Factors(0).ToArray()), 0.6, 0.65);
    }

    /// <summary>Independent masks of rate 1/4 agree in 0.75 x 0.75 + 0.25 x 0.25 = 0.625 of their places.</summary>
    private static double Agreement(float[] a, float[] b) => a.Zip(b, (x, y) => x == y ? 1.0 : 0).Average();

    private static DropoutNoise Open(int seed)
    {
        var noise = new DropoutNoise([new DropoutMask("first", "x", 0.25f), new DropoutMask("second", "y", 0.5f)], seed);
        noise.Bind([[100, 200], [20000]], []);
        return noise;
    }
}
