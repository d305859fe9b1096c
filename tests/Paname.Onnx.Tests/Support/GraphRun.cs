using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Graphs.Schema;
using Paname.Onnx.Runtime;
using Paname.Onnx.Tests.Differentiation;

namespace Paname.Onnx.Tests.Support;

/// <summary>Runs a graph on fed inputs.</summary>
internal sealed class GraphRun(InferenceSession session) : IDisposable
{
    /// <summary>Opens an edited model for some of its values.</summary>
    internal static GraphRun Of(WorkingModel model, params string[] values)
    {
        ModelProto copy = model.Proto.Clone();
        copy.Graph.Output.Clear();
        copy.Graph.Output.AddRange(values.Distinct().Select(value => new ValueInfoProto { Name = value }));
        return new GraphRun(SessionFactory.OpenGraph(copy.ToByteArray(), model.Name, threads: 1));
    }

    /// <summary>Opens a model, runs it and closes it.</summary>
    internal static IReadOnlyList<(long[] Shape, double[] Values)> Once(byte[] model, params Feed[] feeds) => Once(model, threads: 1, feeds);

    internal static IReadOnlyList<(long[] Shape, double[] Values)> Once(byte[] model, int threads, params Feed[] feeds)
    {
        using var run = new GraphRun(SessionFactory.OpenGraph(model, "model", threads));
        return run.Outputs(feeds);
    }

    /// <summary>The outputs, in the model's order.</summary>
    internal IReadOnlyList<(long[] Shape, double[] Values)> Outputs(params IReadOnlyList<Feed> feeds)
    {
        OrtValue[] inputs =
        [
            .. session.InputNames.Select(name => feeds.Single(feed => feed.Name == name))
                .Select(feed => OrtValues.Make((TensorElementType)(int)feed.Type, [.. feed.Shape.Select(size => (long)size)], feed.Values)),
        ];
        try
        {
            using RunOptions run = new();
            using IDisposableReadOnlyCollection<OrtValue> results = session.Run(run, session.InputNames, inputs, session.OutputNames);
            return [.. results.Select(result => (result.GetTensorTypeAndShape().Shape, OrtValues.Read(result)))];
        }
        finally
        {
            Array.ForEach(inputs, input => input.Dispose());
        }
    }

    /// <summary>The outputs, by name.</summary>
    internal Dictionary<string, (long[] Shape, double[] Values)> Run(params IReadOnlyList<Feed> feeds)
        => session.OutputNames.Zip(Outputs(feeds)).ToDictionary(pair => pair.First, pair => pair.Second);

    public void Dispose() => session.Dispose();
}
