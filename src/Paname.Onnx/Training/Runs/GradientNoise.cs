using MathNet.Numerics.Distributions;

namespace Paname.Onnx.Training.Runs;

/// <summary>Draws the normal noise of each step: the same for the same seed and step, whatever ran before.</summary>
internal sealed class GradientNoise(int length, int seed, double deviation) : IDisposable
{
    internal FlatVector Vector { get; } = new(length);

    internal void Draw(long step)
    {
        var normal = new Normal(0, deviation, SeededRandom.For(seed, "noise", step));
        foreach (ref float value in Vector.Span)
        {
            value = (float)normal.Sample();
        }
    }

    public void Dispose() => Vector.Dispose();
}
