using Microsoft.ML.OnnxRuntime;

namespace Paname.Onnx.Tests.Support;

/// <summary>Runs a model by the runtime alone.</summary>
internal static class OrtSessions
{
    /// <summary>Feeds one input and reads one float output.</summary>
    internal static float[] Run<T>(byte[] model, string input, long[] shape, T[] values, string output)
        where T : unmanaged
    {
        using var options = new SessionOptions { IntraOpNumThreads = 1 };
        using var session = new InferenceSession(model, options);
        using var run = new RunOptions();
        using OrtValue feed = OrtValue.CreateTensorValueFromMemory(values, shape);
        using IDisposableReadOnlyCollection<OrtValue> results = session.Run(run, [input], [feed], [output]);
        return results[0].GetTensorDataAsSpan<float>().ToArray();
    }
}
