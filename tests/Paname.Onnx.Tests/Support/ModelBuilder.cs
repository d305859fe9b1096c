using Google.Protobuf;
using Paname.Onnx.Graphs.Schema;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Tests.Support;

/// <summary>Writes small models in a few lines.</summary>
internal sealed class ModelBuilder
{
    internal ModelBuilder(int opset = 17, int classicalOpset = 3)
    {
        Model = new ModelProto { IrVersion = 8, Graph = new GraphProto { Name = "test" } };
        Model.OpsetImport.Add(new OperatorSetIdProto { Domain = string.Empty, Version = opset });
        Model.OpsetImport.Add(new OperatorSetIdProto { Domain = "ai.onnx.ml", Version = classicalOpset });
    }

    internal ModelProto Model { get; }

    internal GraphProto Graph => Model.Graph;

    internal ModelBuilder Input(string name, DataType type, params int[] shape)
    {
        Graph.Input.Add(Value(name, type, shape));
        return this;
    }

    internal ModelBuilder Output(string name, DataType type, params int[] shape)
    {
        Graph.Output.Add(Value(name, type, shape));
        return this;
    }

    /// <summary>An output whose type and shape the runtime infers.</summary>
    internal ModelBuilder Untyped(string name)
    {
        Graph.Output.Add(new ValueInfoProto { Name = name });
        return this;
    }

    /// <summary>An output of maps, as a ZipMap writes it.</summary>
    internal ModelBuilder MapOutput(string name, DataType key)
    {
        var map = new TypeProto.Types.Map { KeyType = (int)key, ValueType = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = (int)DataType.Float } } };
        Graph.Output.Add(new ValueInfoProto { Name = name, Type = new TypeProto { SequenceType = new TypeProto.Types.Sequence { ElemType = new TypeProto { MapType = map } } } });
        return this;
    }

    internal ModelBuilder Weights(string name, int[] shape, params float[] values)
    {
        Graph.Initializer.Add(Tensor(name, shape, values));
        return this;
    }

    internal ModelBuilder Integers(string name, params long[] values)
    {
        var tensor = new TensorProto { Name = name, DataType = (int)DataType.Int64 };
        tensor.Dims.Add(values.Length);
        tensor.Int64Data.AddRange(values);
        Graph.Initializer.Add(tensor);
        return this;
    }

    /// <summary>A stored flag.</summary>
    internal ModelBuilder Stored(string name, bool flag)
    {
        var tensor = new TensorProto { Name = name, DataType = (int)DataType.Bool };
        tensor.Int32Data.Add(flag ? 1 : 0);
        Graph.Initializer.Add(tensor);
        return this;
    }

    /// <summary>A stored whole number without axes.</summary>
    internal ModelBuilder Number(string name, long value)
    {
        var tensor = new TensorProto { Name = name, DataType = (int)DataType.Int64 };
        tensor.Int64Data.Add(value);
        Graph.Initializer.Add(tensor);
        return this;
    }

    internal ModelBuilder Node(string type, string inputs, string outputs, params (string Name, object Value)[] attributes)
    {
        NodeProto node = MakeNode(type, inputs, outputs, attributes);
        if (Graph.Node.Any(other => other.Name == node.Name))
        {
            node.Name = FormattableString.Invariant($"{node.Name}_{Graph.Node.Count}");
        }

        Graph.Node.Add(node);
        return this;
    }

    /// <summary>Leaves out the inputs of the last node that were written under a name.</summary>
    internal ModelBuilder OmitInput(string name)
    {
        NodeProto node = Graph.Node[^1];
        for (int input = 0; input < node.Input.Count; input++)
        {
            node.Input[input] = node.Input[input] == name ? string.Empty : node.Input[input];
        }

        return this;
    }

    internal byte[] Build() => Model.ToByteArray();

    internal static NodeProto MakeNode(string type, string inputs, string outputs, params (string Name, object Value)[] attributes)
    {
        string[] parts = type.Split("::");
        var node = new NodeProto { OpType = parts[^1], Domain = parts.Length > 1 ? parts[0] : string.Empty, Name = $"{parts[^1]}_node" };
        node.Input.AddRange(inputs.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        node.Output.AddRange(outputs.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        node.Attribute.AddRange(attributes.Select(attribute => Attribute(attribute.Name, attribute.Value)));
        return node;
    }

    internal static TensorProto Tensor(string name, int[] shape, float[] values)
    {
        var tensor = new TensorProto { Name = name, DataType = (int)DataType.Float };
        tensor.Dims.AddRange(shape.Select(size => (long)size));
        tensor.FloatData.AddRange(values);
        return tensor;
    }

    internal static ValueInfoProto Value(string name, DataType type, int[] shape)
    {
        var dims = new TensorShapeProto();
        foreach (int size in shape)
        {
            dims.Dim.Add(size < 0 ? new TensorShapeProto.Types.Dimension { DimParam = size == -1 ? "N" : size == -2 ? "M" : FormattableString.Invariant($"D{-size}") } : new TensorShapeProto.Types.Dimension { DimValue = size });
        }

        return new ValueInfoProto { Name = name, Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = (int)type, Shape = dims } } };
    }

    private static AttributeProto Attribute(string name, object value)
    {
        var attribute = new AttributeProto { Name = name };
        switch (value)
        {
            case int number:
                (attribute.Type, attribute.I) = (AttributeProto.Types.AttributeType.Int, number);
                break;
            case float number:
                (attribute.Type, attribute.F) = (AttributeProto.Types.AttributeType.Float, number);
                break;
            case string text:
                (attribute.Type, attribute.S) = (AttributeProto.Types.AttributeType.String, ByteString.CopyFromUtf8(text));
                break;
            case float[] numbers:
                attribute.Type = AttributeProto.Types.AttributeType.Floats;
                attribute.Floats.AddRange(numbers);
                break;
            case long[] numbers:
                attribute.Type = AttributeProto.Types.AttributeType.Ints;
                attribute.Ints.AddRange(numbers);
                break;
            case string[] texts:
                attribute.Type = AttributeProto.Types.AttributeType.Strings;
                attribute.Strings.AddRange(texts.Select(ByteString.CopyFromUtf8));
                break;
            case GraphProto graph:
                (attribute.Type, attribute.G) = (AttributeProto.Types.AttributeType.Graph, graph);
                break;
            case TensorProto tensor:
                (attribute.Type, attribute.T) = (AttributeProto.Types.AttributeType.Tensor, tensor);
                break;
            default:
                throw new ArgumentException($"No attribute of type {value.GetType().Name}.", nameof(value));
        }

        return attribute;
    }
}
