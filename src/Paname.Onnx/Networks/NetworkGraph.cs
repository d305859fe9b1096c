using System.Globalization;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Graphs.Schema;
using Paname.Onnx.Training;
using Paname.Onnx.Training.Parameters;

namespace Paname.Onnx.Networks;

/// <summary>The graph of a network while its layers are written: names are counted, weights get their first values.</summary>
internal sealed class NetworkGraph(GraphProto graph, Initialisation initialisation, int seed)
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private int _layers;

    /// <summary>The prefix of the names of the next layer that has weights.</summary>
    internal string NextLayer() => string.Create(CultureInfo.InvariantCulture, $"layer{++_layers}");

    internal string Node(string type, string[] inputs, params (string Name, object Value)[] attributes) => Node(type, inputs, 1, attributes)[0];

    internal string[] Node(string type, string[] inputs, int outputs, params (string Name, object Value)[] attributes)
    {
        string name = Count(type);
        string[] results = [.. Enumerable.Range(0, outputs).Select(output => outputs == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}.{output}"))];
        NodeProto node = GraphEditor.MakeNode(type, inputs, results, attributes);
        node.Name = name;
        graph.Node.Add(node);
        return results;
    }

    /// <summary>A tensor that is trained, with its first values.</summary>
    internal string Weight(string name, IReadOnlyList<long> shape, ParameterRole role, Fans fans)
    {
        var parameter = new Parameter(name, shape, 0, role, fans.In, fans.Out);
        float[] values = new float[parameter.Length];
        WeightInitializer.Fill(values, parameter, initialisation, SeededRandom.For(seed, name));
        return Constant(name, shape, values);
    }

    /// <summary>A tensor under a name of its own that is not trained.</summary>
    internal string Constant(string name, IReadOnlyList<long> shape, ReadOnlySpan<float> values)
    {
        graph.Initializer.Add(Tensors.Floats(name, shape, values));
        return name;
    }

    internal string Scalar(float value)
    {
        string name = Count("number");
        return Constant(name, [], [value]);
    }

    /// <summary>A whole number without axes.</summary>
    internal string Position(long value)
    {
        string name = Count("position");
        graph.Initializer.Add(Tensors.Integers(name, [], [value]));
        return name;
    }

    internal string Integers(params IReadOnlyList<long> values)
    {
        string name = Count("axes");
        graph.Initializer.Add(Tensors.Integers(name, [values.Count], [.. values]));
        return name;
    }

    /// <summary>A name made of a word and how often it was asked for.</summary>
    internal string Count(string type)
    {
        int count = _counts.GetValueOrDefault(type) + 1;
        _counts[type] = count;
        return string.Create(CultureInfo.InvariantCulture, $"{type}{count}");
    }
}
