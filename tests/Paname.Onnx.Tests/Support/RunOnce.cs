using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Paname.Onnx.Runtime;
using Paname.Onnx.Tests.Differentiation;

namespace Paname.Onnx.Tests.Support;

/// <summary>Runs a model once on fed inputs.</summary>
internal static class RunOnce
{
    internal static IReadOnlyList<(long[] Shape, double[] Values)> Outputs(byte[] model, params Feed[] feeds) => Outputs(model, threads: 1, feeds);

    internal static IReadOnlyList<(long[] Shape, double[] Values)> Outputs(byte[] model, int threads, params Feed[] feeds)
    {
        using InferenceSession session = SessionFactory.OpenGraph(model, "model", threads);
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
}
