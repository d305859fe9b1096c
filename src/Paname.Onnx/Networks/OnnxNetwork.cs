using Google.Protobuf;
using Paname.Onnx.Graphs.Schema;
using Paname.Onnx.Networks.Layers;
using Paname.Onnx.Training;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Networks;

/// <summary>Describes a neural network in a few lines and writes it as an ONNX model that any runtime loads.</summary>
/// <remarks>Networks are immutable: each method gives a longer one. The model takes batches of any size (operator set 17, float32). Tensors are named in order of the
/// layers that have weights: layer1.weight, layer1.bias, layer2.weight, ...</remarks>
/// <example><code>
/// byte[] model = OnnxNetwork.Features(26).Standardize(mean, deviation).Linear(16).Relu().Dropout(0.2).Linear(2).ToOnnx(seed: 1);
/// </code></example>
public sealed partial class OnnxNetwork
{
    private const int Opset = 17;
    private const int IrVersion = 8;

    private readonly string _input;
    private readonly DataType _element;
    private readonly IReadOnlyList<long> _shape;
    private readonly (int Vocabulary, int Context)? _tokens;
    private readonly IReadOnlyList<INetworkLayer> _layers;
    private readonly IReadOnlyList<long> _result;

    private OnnxNetwork(string input, DataType element, IReadOnlyList<long> shape, (int Vocabulary, int Context)? tokens, IReadOnlyList<INetworkLayer> layers, IReadOnlyList<long> result)
    {
        _input = input;
        _element = element;
        _shape = shape;
        _tokens = tokens;
        _layers = layers;
        _result = result;
    }

    /// <summary>A network on records of numbers; its input is named features, [batch, count].</summary>
    /// <param name="count">Features of a record, at least 1.</param>
    public static OnnxNetwork Features(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return new("features", DataType.Float, [count], null, [], [count]);
    }

    /// <summary>A network on images; its input is named image, [batch, channels, height, width].</summary>
    /// <param name="channels">Channels, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="width">Columns, at least 1.</param>
    public static OnnxNetwork Image(int channels, int height, int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(channels, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        long[] shape = [channels, height, width];
        return new("image", DataType.Float, shape, null, [], shape);
    }

    /// <summary>A network on token sequences; its input is named input_ids, int64 [batch, sequence]. <see cref="Embedding"/> follows.</summary>
    /// <param name="vocabulary">Different tokens, at least 2.</param>
    /// <param name="context">The longest sequence, at least 1.</param>
    public static OnnxNetwork Tokens(int vocabulary, int context)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(vocabulary, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(context, 1);
        return new("input_ids", DataType.Int64, [-1], (vocabulary, context), [], [-1]);
    }

    /// <summary>Writes the network with first weights. The output is named logits, or probabilities after a last <see cref="Softmax"/> or <see cref="Sigmoid"/>.</summary>
    /// <param name="seed">Of the first weights; each tensor draws from a source of its own, made of the seed and its name.</param>
    /// <param name="initialisation">How weights start: <see cref="Initialisation.PyTorch"/> (default) or <see cref="Initialisation.Keras"/>.</param>
    /// <returns>The bytes of an .onnx file.</returns>
    /// <exception cref="InvalidOperationException">No layer was added.</exception>
    /// <exception cref="ArgumentException"><paramref name="initialisation"/> is <see cref="Initialisation.FromFile"/>: there is no file yet.</exception>
    public byte[] ToOnnx(int seed, Initialisation initialisation = Initialisation.PyTorch)
    {
        if (initialisation is not (Initialisation.PyTorch or Initialisation.Keras))
        {
            throw new ArgumentException("A network that is being made has no file to start from: choose PyTorch or Keras.", nameof(initialisation));
        }

        if (_layers.Count == 0)
        {
            throw new InvalidOperationException("The network has no layer: add one, such as Linear.");
        }

        var model = new ModelProto { IrVersion = IrVersion, ProducerName = "Paname", Graph = new GraphProto { Name = "network" } };
        model.OpsetImport.Add(new OperatorSetIdProto { Domain = string.Empty, Version = Opset });
        model.Graph.Input.Add(Value(_input, _element, _shape));
        var graph = new NetworkGraph(model.Graph, initialisation, seed);
        string value = _input;
        IReadOnlyList<long> shape = _shape;
        foreach (INetworkLayer layer in _layers)
        {
            value = layer.Append(graph, value, shape);
            shape = layer.Shape(shape);
        }

        NodeProto last = model.Graph.Node[^1];
        string output = last.OpType is "Softmax" or "Sigmoid" ? "probabilities" : "logits";
        last.Output[0] = output;
        model.Graph.Output.Add(Value(output, DataType.Float, shape));
        return model.ToByteArray();
    }

    private static ValueInfoProto Value(string name, DataType element, IReadOnlyList<long> shape)
    {
        var axes = new TensorShapeProto();
        axes.Dim.Add(new TensorShapeProto.Types.Dimension { DimParam = "batch" });
        foreach (long size in shape)
        {
            axes.Dim.Add(size < 0 ? new TensorShapeProto.Types.Dimension { DimParam = "sequence" } : new TensorShapeProto.Types.Dimension { DimValue = size });
        }

        return new ValueInfoProto { Name = name, Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = (int)element, Shape = axes } } };
    }

    private OnnxNetwork Then(INetworkLayer layer)
    {
        if (_tokens is not null && _layers.Count == 0 && _result.Count == 1 && layer is not EmbeddingLayer)
        {
            throw new ArgumentException("Tokens are numbers of table rows: the first layer is Embedding.");
        }

        return new(_input, _element, _shape, _tokens, [.. _layers, layer], layer.Shape(_result));
    }
}
