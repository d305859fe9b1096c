using MathNet.Numerics.Random;
using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Graphs.Schema;

namespace Paname.Onnx.Training.Parameters;

/// <summary>Gives parameters and running statistics their first values.</summary>
internal static class WeightInitializer
{
    /// <summary>Every tensor has a random source of its own, made of the seed and its name: adding or freezing one does not move the others.</summary>
    /// <returns>The flat vector of parameters.</returns>
    internal static float[] Fill(ParameterTable table, WorkingModel model, Initialisation initialisation, int seed)
    {
        Dictionary<string, TensorProto> stored = Stored(model);
        float[] values = new float[table.Length];
        foreach (Parameter parameter in table.Parameters)
        {
            Span<float> span = values.AsSpan(parameter.Offset, parameter.Length);
            if (initialisation == Initialisation.FromFile || parameter.Role == ParameterRole.Other)
            {
                TensorValues.Floats(stored[parameter.Name]).CopyTo(span);
            }
            else
            {
                Fill(span, parameter, initialisation, SeededRandom.For(seed, parameter.Name));
            }
        }

        return values;
    }

    /// <returns>The flat vector of running statistics: mean 0 and variance 1, or the file's.</returns>
    internal static float[] FillStatistics(ParameterTable table, WorkingModel model, Initialisation initialisation)
    {
        Dictionary<string, TensorProto> stored = Stored(model);
        float[] values = new float[table.StatisticsLength];
        foreach (RunningStatistic statistic in table.Statistics)
        {
            Span<float> span = values.AsSpan(statistic.Offset, statistic.Length);
            if (initialisation == Initialisation.FromFile)
            {
                TensorValues.Floats(stored[statistic.Name]).CopyTo(span);
            }
            else
            {
                span.Fill(statistic.IsVariance ? 1 : 0);
            }
        }

        return values;
    }

    /// <summary>First values of one tensor, for a model that is not made yet.</summary>
    internal static void Fill(Span<float> values, Parameter parameter, Initialisation initialisation, RandomSource random)
    {
        bool keras = initialisation == Initialisation.Keras;
        switch (parameter.Role)
        {
            case ParameterRole.Weight:
                Uniform(values, keras ? Math.Sqrt(6.0 / (parameter.FanIn + parameter.FanOut)) : 1 / Math.Sqrt(parameter.FanIn), random);
                break;
            case ParameterRole.Bias when !keras:
                Uniform(values, 1 / Math.Sqrt(parameter.FanIn), random);
                break;
            case ParameterRole.Embedding when keras:
                Uniform(values, 0.05, random);
                break;
            case ParameterRole.Embedding:
                Normal(values, random);
                break;
            case ParameterRole.NormScale:
                values.Fill(1);
                break;
            case ParameterRole.Slope:
                values.Fill(keras ? 0 : 0.25f);
                break;
            default:
                values.Clear();
                break;
        }
    }

    private static void Uniform(Span<float> values, double bound, RandomSource random)
    {
        foreach (ref float value in values)
        {
            value = (float)(bound * ((2 * random.NextDouble()) - 1));
        }
    }

    private static void Normal(Span<float> values, RandomSource random)
    {
        foreach (ref float value in values)
        {
            value = (float)MathNet.Numerics.Distributions.Normal.Sample(random, 0, 1);
        }
    }

    private static Dictionary<string, TensorProto> Stored(WorkingModel model) => model.Graph.Initializer.ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);
}
