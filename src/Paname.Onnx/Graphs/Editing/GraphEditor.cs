using System.Globalization;
using Google.Protobuf;
using Paname.Onnx.Graphs.Schema;
using AttributeType = Paname.Onnx.Graphs.Schema.AttributeProto.Types.AttributeType;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Graphs.Editing;

/// <summary>Appends nodes and constants to a graph under names that are not taken yet.</summary>
internal sealed partial class GraphEditor
{
    private readonly string _prefix;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _used = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _constants = new(StringComparer.Ordinal);

    internal GraphEditor(GraphProto graph)
        : this(graph, graph, "grad")
    {
    }

    /// <param name="graph">The graph to append to: the whole graph, or the body of an If or Loop in it.</param>
    /// <param name="whole">The whole graph, whose names a body sees too.</param>
    /// <param name="prefix">What the names of appended values begin with.</param>
    internal GraphEditor(GraphProto graph, GraphProto whole, string prefix)
    {
        Graph = graph;
        _prefix = prefix;
        TakeNames(whole);
    }

    internal GraphProto Graph { get; }

    /// <summary>A name nothing else in the graph has, made of a stem that says what the value is for.</summary>
    internal string Fresh(string stem)
    {
        int count = _used.GetValueOrDefault(stem);
        string name;
        do
        {
            name = count == 0 ? stem : string.Create(CultureInfo.InvariantCulture, $"{stem}_{count}");
            count++;
        }
        while (!_names.Add(name));
        _used[stem] = count;
        return name;
    }

    /// <summary>Appends a node with one output and returns that output's name. An empty input name is an omitted input.</summary>
    internal string Node(string type, string[] inputs, params (string Name, object Value)[] attributes) => Node(type, inputs, 1, attributes)[0];

    /// <summary>Appends a node with several outputs and returns their names.</summary>
    internal string[] Node(string type, string[] inputs, int outputs, params (string Name, object Value)[] attributes)
    {
        string[] names = [.. Enumerable.Range(0, outputs).Select(_ => Fresh($"{_prefix}/{type}"))];
        Graph.Node.Add(MakeNode(type, inputs, names, attributes));
        return names;
    }

    internal static NodeProto MakeNode(string type, IEnumerable<string> inputs, IEnumerable<string> outputs, params (string Name, object Value)[] attributes)
    {
        var node = new NodeProto { OpType = type };
        node.Input.AddRange(inputs);
        node.Output.AddRange(outputs);
        node.Attribute.AddRange(attributes.Select(attribute => MakeAttribute(attribute.Name, attribute.Value)));
        return node;
    }

    /// <summary>A constant without axes, stored once however often it is asked for.</summary>
    internal string Scalar(DataType type, double value)
        => Stored(FormattableString.Invariant($"scalar:{type}:{value:R}"), name => Tensors.Scalar(name, type, value));

    /// <summary>An int64 vector, as shapes and axes are given.</summary>
    internal string Vector(params IReadOnlyList<long> values)
        => Stored($"vector:{string.Join(',', values)}", name => Tensors.Integers(name, [values.Count], [.. values]));

    /// <summary>A float32 vector, as scales are given.</summary>
    internal string Floats(params IReadOnlyList<float> values)
        => Stored(FormattableString.Invariant($"floats:{string.Join(',', values.Select(BitConverter.SingleToInt32Bits))}"), name => Tensors.Floats(name, [values.Count], [.. values]));

    /// <summary>Adds a stored tensor; its name must be fresh.</summary>
    internal string Store(TensorProto tensor)
    {
        Graph.Initializer.Add(tensor);
        return tensor.Name;
    }

    internal static AttributeProto MakeAttribute(string name, object value)
    {
        var attribute = new AttributeProto { Name = name };
        switch (value)
        {
            case int number:
                (attribute.Type, attribute.I) = (AttributeType.Int, number);
                break;
            case long number:
                (attribute.Type, attribute.I) = (AttributeType.Int, number);
                break;
            case float number:
                (attribute.Type, attribute.F) = (AttributeType.Float, number);
                break;
            case string text:
                (attribute.Type, attribute.S) = (AttributeType.String, ByteString.CopyFromUtf8(text));
                break;
            case IReadOnlyList<long> numbers:
                attribute.Type = AttributeType.Ints;
                attribute.Ints.AddRange(numbers);
                break;
            case IReadOnlyList<float> numbers:
                attribute.Type = AttributeType.Floats;
                attribute.Floats.AddRange(numbers);
                break;
            case TensorProto tensor:
                (attribute.Type, attribute.T) = (AttributeType.Tensor, tensor);
                break;
            default:
                throw new ArgumentException($"No attribute is made of a {value.GetType().Name}.", nameof(value));
        }

        return attribute;
    }

    private void TakeNames(GraphProto graph)
    {
        _names.UnionWith(graph.Input.Concat(graph.Output).Select(value => value.Name));
        _names.UnionWith(graph.Initializer.Select(tensor => tensor.Name));
        foreach (NodeProto node in graph.Node)
        {
            _names.UnionWith(node.Output.Append(node.Name));
            foreach (GraphProto body in node.Bodies)
            {
                TakeNames(body);
            }
        }
    }

    private string Stored(string key, Func<string, TensorProto> make)
    {
        if (!_constants.TryGetValue(key, out string? name))
        {
            name = Store(make(Fresh($"{_prefix}/constant")));
            _constants.Add(key, name);
        }

        return name;
    }
}
