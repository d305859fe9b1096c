using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Paname.Onnx.Differentiation;
using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Graphs.Schema;
using Paname.Onnx.Runtime;
using Paname.Onnx.Tests.Support;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Tests.Differentiation;

/// <summary>Holds gradients of a model against central finite differences, within the error the differences themselves show.</summary>
/// <remarks>The objective is a random weighting of all outputs. Each element is moved by one and by half a step: the two differ by the error of
/// truncation; the runtime's rounding is bounded from the outputs that changed. A check whose own error is large against the gradient is itself an error.</remarks>
internal sealed class GradientCheck : IDisposable
{
    private const int ElementsPerInput = 40;

    private readonly InferenceSession _forward;
    private readonly InferenceSession _gradient;
    private readonly Feed[] _feeds;

    /// <summary>Whether everything is computed in double precision.</summary>
    private readonly bool _precise;
    private readonly string[] _outputs;
    private readonly Dictionary<string, double[]> _weights = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, string> _gradients;

    private GradientCheck(byte[] model, Feed[] feeds)
    {
        _feeds = feeds;
        _forward = SessionFactory.OpenForInspection(model, "forward");
        _outputs = [.. _forward.OutputNames];
        WorkingModel working = WorkingModel.Open(OnnxModelFile.FromMemory(model, "checked.onnx"));
        _precise = !feeds.Select(feed => feed.Name).Concat(working.Graph.Node.SelectMany(node => node.Output)).Any(value => working.Form(value) is { Element: DataType.Float });
        foreach (string output in _outputs)
        {
            working.Graph.Input.Add(WithoutShape(ModelBuilder.Value($"weight_{output}", working.Form(output)!.Element, [])));
        }

        working.Graph.Output.Clear();
        _gradients = Differentiator.Differentiate(
            working,
            _outputs.ToDictionary(output => output, output => $"weight_{output}"),
            [.. feeds.Where(feed => feed.Differentiated).Select(feed => feed.Name)]);
        foreach (string gradient in _gradients.Values.Distinct())
        {
            working.Graph.Output.Add(new ValueInfoProto { Name = gradient });
        }

        _gradient = SessionFactory.OpenGraph(working.Proto.ToByteArray(), "gradient", threads: 1);
    }

    /// <summary>Builds the gradient graph, runs it, and compares every element (at most 40 an input, spread over it).</summary>
    /// <param name="model">A model whose inputs are the feeds; weights to be checked are inputs too.</param>
    /// <param name="feeds">The inputs' values.</param>
    internal static void Verify(ModelBuilder model, params Feed[] feeds)
        => Verify(model.Build(), feeds);

    /// <summary>The same for a model already built.</summary>
    internal static void Verify(byte[] model, params Feed[] feeds)
    {
        using var check = new GradientCheck(model, feeds);
        check.Run();
    }

    /// <summary>The gradients of the sum of all outputs, by input: for known answers, at kinks too.</summary>
    internal static Dictionary<string, double[]> OfSum(ModelBuilder model, params Feed[] feeds)
    {
        using var check = new GradientCheck(model.Build(), feeds);
        Dictionary<string, double[]> values = feeds.ToDictionary(feed => feed.Name, feed => feed.Values);
        double[][] at = check.Evaluate(values);
        for (int i = 0; i < at.Length; i++)
        {
            check._weights[check._outputs[i]] = [.. at[i].Select(_ => 1.0)];
        }

        Dictionary<string, (long[] Shape, double[] Values)> gradients = check.Gradients(values);
        return check._gradients.ToDictionary(entry => entry.Key, entry => gradients[entry.Value].Values);
    }

    public void Dispose()
    {
        _forward.Dispose();
        _gradient.Dispose();
    }

    private void Run()
    {
        Dictionary<string, double[]> values = _feeds.ToDictionary(feed => feed.Name, feed => feed.Values.ToArray());
        double[][] at = Evaluate(values);
        var random = new MathNet.Numerics.Random.MersenneTwister(99);
        for (int i = 0; i < _outputs.Length; i++)
        {
            _weights[_outputs[i]] = [.. at[i].Select(_ => (random.NextDouble() * 2) - 1)];
        }

        Dictionary<string, (long[] Shape, double[] Values)> gradients = Gradients(values);
        foreach (Feed feed in _feeds.Where(feed => feed.Differentiated))
        {
            (long[] shape, double[] gradient) = gradients[_gradients[feed.Name]];
            Assert.Equal(feed.Shape.Select(size => (long)size), shape);
            Compare(feed, gradient, values);
        }
    }

    private void Compare(Feed feed, double[] gradient, Dictionary<string, double[]> values)
    {
        double scale = gradient.Length == 0 ? 0 : gradient.Max(Math.Abs);
        int stride = Math.Max(1, gradient.Length / ElementsPerInput);
        for (int i = 0; i < gradient.Length; i += stride)
        {
            double step = _precise ? 1e-4 : 2e-2;
            (double coarse, double coarseRounding) = Difference(values, feed, i, step);
            (double fine, double fineRounding) = Difference(values, feed, i, step / 2);
            double estimate = fine + ((fine - coarse) / 3);
            double error = Math.Abs(fine - coarse) + coarseRounding + fineRounding;
            Assert.True(
                Math.Abs(gradient[i] - estimate) <= error + 1e-12,
                FormattableString.Invariant($"{feed.Name}[{i}]: gradient {gradient[i]:G9}, differences give {estimate:G9} +- {error:G3}"));
            Assert.True(
                error <= 0.05 * Math.Max(scale, 1e-3),
                FormattableString.Invariant($"{feed.Name}[{i}]: the differences' own error {error:G3} is too large to check a gradient of size {scale:G3}"));
        }
    }

    private (double Slope, double Rounding) Difference(Dictionary<string, double[]> values, Feed feed, int element, double step)
    {
        double[] moved = values[feed.Name];
        double centre = moved[element];

        // The step is what the element type can represent.
        double up = feed.Type == DataType.Float ? (float)(centre + step) : centre + step;
        double down = feed.Type == DataType.Float ? (float)(centre - step) : centre - step;
        moved[element] = up;
        double[][] above = Evaluate(values);
        moved[element] = down;
        double[][] below = Evaluate(values);
        moved[element] = centre;
        double epsilon = _precise ? 1e-15 : 1.2e-7;
        double difference = 0;
        double rounding = 0;
        for (int output = 0; output < above.Length; output++)
        {
            double[] weights = _weights[_outputs[output]];
            for (int i = 0; i < weights.Length; i++)
            {
                if (above[output][i] != below[output][i])
                {
                    difference += weights[i] * (above[output][i] - below[output][i]);
                    rounding += 4 * epsilon * Math.Abs(weights[i]) * (Math.Abs(above[output][i]) + Math.Abs(below[output][i]) + 1);
                }
            }
        }

        return (difference / (up - down), rounding / (up - down));
    }

    private double[][] Evaluate(Dictionary<string, double[]> values)
    {
        OrtValue[] inputs = [.. _forward.InputNames.Select(name => Make(_feeds.Single(feed => feed.Name == name), values[name]))];
        try
        {
            using RunOptions run = new();
            using IDisposableReadOnlyCollection<OrtValue> results = _forward.Run(run, _forward.InputNames, inputs, _forward.OutputNames);
            return [.. results.Select(OrtValues.Read)];
        }
        finally
        {
            Array.ForEach(inputs, input => input.Dispose());
        }
    }

    private Dictionary<string, (long[] Shape, double[] Values)> Gradients(Dictionary<string, double[]> values)
    {
        var shapes = new Dictionary<string, long[]>();
        OrtValue[] forward = [.. _forward.InputNames.Select(name => Make(_feeds.Single(feed => feed.Name == name), values[name]))];
        using (RunOptions run = new())
        using (IDisposableReadOnlyCollection<OrtValue> results = _forward.Run(run, _forward.InputNames, forward, _forward.OutputNames))
        {
            for (int i = 0; i < _outputs.Length; i++)
            {
                shapes[_outputs[i]] = results[i].GetTensorTypeAndShape().Shape;
            }
        }

        Array.ForEach(forward, value => value.Dispose());
        OrtValue[] inputs =
        [
            .. _gradient.InputNames.Select(name => _feeds.FirstOrDefault(feed => feed.Name == name) is { } feed
                ? Make(feed, values[name])
                : OrtValues.Make(_gradient.InputMetadata[name].ElementDataType, shapes[name["weight_".Length..]], _weights[name["weight_".Length..]])),
        ];
        try
        {
            using RunOptions run = new();
            using IDisposableReadOnlyCollection<OrtValue> results = _gradient.Run(run, _gradient.InputNames, inputs, _gradient.OutputNames);
            return _gradient.OutputNames.Zip(results).ToDictionary(pair => pair.First, pair => (pair.Second.GetTensorTypeAndShape().Shape, OrtValues.Read(pair.Second)));
        }
        finally
        {
            Array.ForEach(inputs, input => input.Dispose());
        }
    }

    private static OrtValue Make(Feed feed, double[] values)
        => OrtValues.Make((TensorElementType)(int)feed.Type, [.. feed.Shape.Select(size => (long)size)], values);

    private static ValueInfoProto WithoutShape(ValueInfoProto value)
    {
        value.Type.TensorType.Shape = null;
        return value;
    }
}
