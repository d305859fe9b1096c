using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Graphs.Schema;
using Paname.Onnx.Runtime;
using Paname.Onnx.Tests.Support;

namespace Paname.Onnx.Tests.Differentiation;

/// <summary>Runs an edited model for some of its values.</summary>
internal sealed class WorkingRun : IDisposable
{
    private readonly InferenceSession _session;

    internal WorkingRun(WorkingModel model, params string[] values)
    {
        ModelProto copy = model.Proto.Clone();
        copy.Graph.Output.Clear();
        copy.Graph.Output.AddRange(values.Select(value => new ValueInfoProto { Name = value }));
        _session = SessionFactory.OpenGraph(copy.ToByteArray(), model.Name, threads: 1);
    }

    internal Dictionary<string, double[]> Run(params Feed[] feeds)
    {
        OrtValue[] inputs = [.. feeds.Select(feed => OrtValues.Make((TensorElementType)(int)feed.Type, [.. feed.Shape.Select(size => (long)size)], feed.Values))];
        try
        {
            using RunOptions run = new();
            using IDisposableReadOnlyCollection<OrtValue> results = _session.Run(run, feeds.Select(feed => feed.Name).ToArray(), inputs, _session.OutputNames);
            return _session.OutputNames.Zip(results).ToDictionary(pair => pair.First, pair => OrtValues.Read(pair.Second));
        }
        finally
        {
            Array.ForEach(inputs, input => input.Dispose());
        }
    }

    public void Dispose() => _session.Dispose();
}
