using MathNet.Numerics.Random;
using Microsoft.ML.OnnxRuntime;
using Paname.Onnx.Training.Steps;

namespace Paname.Onnx.Training.Runs;

/// <summary>Draws the masks of each step: the same for the same seed and step, whatever ran before.</summary>
internal sealed class DropoutNoise(IReadOnlyList<DropoutMask> masks, int seed) : IDisposable
{
    private readonly FlatVector?[] _values = new FlatVector?[masks.Count];

    /// <summary>Makes room for masks of new shapes and hands it to the runtime.</summary>
    internal void Bind(long[][] shapes, IReadOnlyList<OrtIoBinding> bindings)
    {
        for (int i = 0; i < masks.Count; i++)
        {
            _values[i]?.Dispose();
            FlatVector vector = _values[i] = new FlatVector((int)shapes[i].Aggregate(1L, (product, size) => product * size));
            OrtValue view = vector.View(0, shapes[i]);
            foreach (OrtIoBinding binding in bindings)
            {
                binding.BindInput(masks[i].Name, view);
            }
        }
    }

    /// <summary>The factors of a mask, row-major.</summary>
    internal ReadOnlySpan<float> Factors(int mask) => _values[mask]!.Span;

    internal void Draw(long step)
    {
        for (int i = 0; i < masks.Count; i++)
        {
            Xoshiro256StarStar random = SeededRandom.For(seed, masks[i].Name, step);
            float rate = masks[i].Rate;
            float kept = 1 / (1 - rate);
            foreach (ref float value in _values[i]!.Span)
            {
                value = random.NextDouble() < rate ? 0 : kept;
            }
        }
    }

    public void Dispose()
    {
        foreach (FlatVector? vector in _values)
        {
            vector?.Dispose();
        }
    }
}
