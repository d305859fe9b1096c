using Paname.Onnx.Graphs.Schema;

namespace Paname.Onnx.Graphs;

/// <summary>Walks every tensor a model stores: initialisers and attributes, of subgraphs, functions and training graphs too.</summary>
internal static class ModelTensors
{
    internal static IEnumerable<TensorProto> All(ModelProto model)
    {
        IEnumerable<GraphProto?> graphs =
            [model.Graph, .. model.TrainingInfo.SelectMany(info => new[] { info.Initialization, info.Algorithm })];
        return graphs.OfType<GraphProto>().SelectMany(Of)
            .Concat(model.Functions.SelectMany(function => function.Node.SelectMany(Of).Concat(function.AttributeProto.SelectMany(Of))));
    }

    private static IEnumerable<TensorProto> Of(GraphProto graph)
        => graph.Initializer.Concat(graph.SparseInitializer.SelectMany(Of)).Concat(graph.Node.SelectMany(Of));

    private static IEnumerable<TensorProto> Of(NodeProto node) => node.Attribute.SelectMany(Of);

    private static IEnumerable<TensorProto> Of(AttributeProto attribute)
    {
        IEnumerable<TensorProto> tensors = attribute.Tensors
            .Concat(attribute.SparseTensors.SelectMany(Of))
            .Concat(attribute.Graphs.SelectMany(Of));
        if (attribute.T is { } tensor)
        {
            tensors = tensors.Append(tensor);
        }

        if (attribute.SparseTensor is { } sparse)
        {
            tensors = tensors.Concat(Of(sparse));
        }

        return attribute.G is { } graph ? tensors.Concat(Of(graph)) : tensors;
    }

    private static IEnumerable<TensorProto> Of(SparseTensorProto sparse)
        => new[] { sparse.Values, sparse.Indices }.Where(tensor => tensor is not null);
}
