using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;
using Paname.Onnx.Graphs.Schema;
using Paname.Onnx.Runtime;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Graphs.Editing;

/// <summary>Asks ONNX Runtime for the type and shape of every value of a model, through its own shape inference.</summary>
internal static class ValueForms
{
    /// <param name="model">The model; it is not changed.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <returns>The forms by value name; values that are no tensors are left out.</returns>
    internal static Dictionary<string, TensorForm> Infer(ModelProto model, string name)
    {
        var forms = new Dictionary<string, TensorForm>(StringComparer.Ordinal);
        foreach (TensorProto tensor in model.Graph.Initializer)
        {
            forms[tensor.Name] = Form(tensor.DataType, tensor.Dims);
        }

        foreach (SparseTensorProto tensor in model.Graph.SparseInitializer)
        {
            forms[tensor.Values.Name] = Form(tensor.Values.DataType, tensor.Dims);
        }

        // A runtime reports the inferred form of its outputs only: every value is made an output of a copy.
        ModelProto copy = WeightlessCopy.Of(model);
        Expose(copy.Graph, copy.Graph.Node.SelectMany(node => node.Output));
        using (InferenceSession session = SessionFactory.OpenForInspection(copy.ToByteArray(), name))
        {
            foreach ((string value, NodeMetadata metadata) in session.InputMetadata.Concat(session.OutputMetadata))
            {
                if (metadata.OnnxValueType == OnnxValueType.ONNX_TYPE_TENSOR)
                {
                    forms.TryAdd(value, Form(metadata));
                }
            }
        }

        WithdrawUnknownRanks(forms, model, name);
        return forms;
    }

    /// <summary>The runtime reports a value of unknown rank as one without axes; the length of its Shape tells the two apart.</summary>
    private static void WithdrawUnknownRanks(Dictionary<string, TensorForm> forms, ModelProto model, string name)
    {
        var stored = model.Graph.Initializer.Select(tensor => tensor.Name).Concat(model.Graph.SparseInitializer.Select(tensor => tensor.Values.Name)).ToHashSet(StringComparer.Ordinal);
        string[] doubtful = [.. forms.Where(entry => entry.Value.Shape!.Count == 0 && !stored.Contains(entry.Key)).Select(entry => entry.Key)];
        if (doubtful.Length == 0)
        {
            return;
        }

        ModelProto copy = WeightlessCopy.Of(model);
        var editor = new GraphEditor(copy.Graph);
        string[] probes = [.. doubtful.Select(editor.Shape)];
        Expose(copy.Graph, probes);
        using InferenceSession session = SessionFactory.OpenForInspection(copy.ToByteArray(), name);
        for (int i = 0; i < doubtful.Length; i++)
        {
            if (session.OutputMetadata[probes[i]].Dimensions is not [0])
            {
                forms[doubtful[i]] = forms[doubtful[i]] with { Shape = null };
            }
        }
    }

    private static void Expose(GraphProto graph, IEnumerable<string> values)
    {
        var declared = graph.Output.Select(output => output.Name).ToHashSet(StringComparer.Ordinal);
        foreach (string value in values.Where(value => value.Length > 0 && declared.Add(value)))
        {
            graph.Output.Add(new ValueInfoProto { Name = value });
        }
    }

    private static TensorForm Form(int type, IEnumerable<long> sizes) => new((DataType)type, [.. sizes.Select(size => new Dimension(size, null))]);

    private static TensorForm Form(NodeMetadata metadata)
    {
        int[] sizes = metadata.Dimensions;
        string[] symbols = metadata.SymbolicDimensions;
        var shape = new Dimension[sizes.Length];
        for (int axis = 0; axis < sizes.Length; axis++)
        {
            shape[axis] = sizes[axis] >= 0 ? new(sizes[axis], null) : new(null, symbols[axis].Length > 0 ? symbols[axis] : null);
        }

        return new((DataType)(int)metadata.ElementDataType, shape);
    }
}
