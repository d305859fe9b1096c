using MathNet.Numerics.Distributions;
using System.Numerics.Tensors;

namespace Paname.Attacks.Tests.Membership.Simulated;

/// <summary>Records, their labels, and what every model learns of them; how hard a record is follows from its features.</summary>
internal sealed class SimulatedPopulation
{
    internal const int Classes = 3;
    internal const int Features = 3;
    internal const int Waves = 24;

    private const double Certainty = 1.5;

    private readonly double[] _frequencies = new double[Waves * Features];
    private readonly double[] _phases = new double[Waves];

    internal SimulatedPopulation(int count, Random random)
    {
        Count = count;
        Records = new double[count * Features];
        Taught = new double[Classes * Waves];
        Normal.Samples(random, _frequencies, 0, 1);
        ContinuousUniform.Samples(random, _phases, 0, 2 * Math.PI);
        Normal.Samples(random, Taught, 0, Certainty);
        Normal.Samples(random, Records, 0, 1);
        Labels = new int[count];
        Span<double> waves = stackalloc double[Waves];
        Span<double> logits = stackalloc double[Classes];
        for (int i = 0; i < count; i++)
        {
            FillWaves(Records.AsSpan(i * Features, Features), waves);
            for (int c = 0; c < Classes; c++)
            {
                logits[c] = TensorPrimitives.Dot(Taught.AsSpan(c * Waves, Waves), waves);
            }

            Softmax(logits);
            double draw = random.NextDouble();
            Labels[i] = draw < logits[0] ? 0 : draw < logits[0] + logits[1] ? 1 : 2;
        }
    }

    internal int Count { get; }

    internal double[] Records { get; }

    internal int[] Labels { get; }

    internal double[] Taught { get; }

    internal void FillWaves(ReadOnlySpan<double> record, Span<double> waves)
    {
        double scale = Math.Sqrt(2.0 / Waves);
        for (int j = 0; j < Waves; j++)
        {
            waves[j] = scale * Math.Cos(TensorPrimitives.Dot(record, _frequencies.AsSpan(j * Features, Features)) + _phases[j]);
        }
    }

    internal static void Softmax(Span<double> logits)
    {
        TensorPrimitives.Subtract<double>(logits, TensorPrimitives.Max<double>(logits), logits);
        TensorPrimitives.Exp<double>(logits, logits);
        TensorPrimitives.Divide<double>(logits, TensorPrimitives.Sum<double>(logits), logits);
    }
}
