using Microsoft.ML.OnnxRuntime;
using Paname.Onnx;

namespace Paname.Bench.Audit;

/// <summary>What an audit is measured against: ONNX Runtime by itself, fed in place, its outputs copied to an array and nothing else done.</summary>
internal sealed class RawLoop : IDisposable
{
    private static readonly OnnxClassifierOptions Same = new();
    private readonly InferenceSession _session;
    private readonly RunOptions _run = new();
    private readonly string[] _inputs;
    private readonly string[] _outputs;

    internal RawLoop(string path)
    {
        using SessionOptions options = new() { IntraOpNumThreads = Same.Threads };
        _session = new InferenceSession(path, options);
        _inputs = [.. _session.InputNames];
        _outputs = [.. _session.OutputNames];
    }

    internal static void RunOnce()
    {
        ImageRecords images = ImageRecords.Make();
        using var loop = new RawLoop(BenchInput.PathOf(BenchInput.Images));
        loop.Run(images);
    }

    internal float[] Run(ImageRecords images) => [.. Run(images.Members), .. Run(images.NonMembers)];

    public void Dispose()
    {
        _run.Dispose();
        _session.Dispose();
    }

    private float[] Run(float[] values)
    {
        const int Classes = 10;
        int records = ImageRecords.PerSide;
        int width = values.Length / records;
        var scores = new float[records * Classes];
        for (int start = 0; start < records; start += Same.BatchSize)
        {
            int count = Math.Min(Same.BatchSize, records - start);
            using var input = OrtValue.CreateTensorValueFromMemory(
                OrtMemoryInfo.DefaultInstance, values.AsMemory(start * width, count * width), [count, .. ImageRecords.Shape.Select(size => (long)size)]);
            using IDisposableReadOnlyCollection<OrtValue> results = _session.Run(_run, _inputs, [input], _outputs);
            results[0].GetTensorDataAsSpan<float>().CopyTo(scores.AsSpan(start * Classes));
        }

        return scores;
    }
}
