using System.Runtime.InteropServices;
using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;
using Paname.Attacks.Data;
using Paname.Onnx.Graphs;
using Paname.Onnx.Inputs;
using Paname.Onnx.Outputs;

namespace Paname.Onnx.Runtime;

/// <summary>Runs records through the model, chunk by chunk.</summary>
internal sealed class ModelRunner : IDisposable
{
    private readonly SharedSession _session;
    private readonly string _model;
    private readonly string[] _inputNames;
    private readonly string[] _outputNames;
    private readonly InputBinder _binder;
    private readonly OutputReader _reader;
    private readonly int _batchSize;
    private readonly bool _fixedBatch;

    private ModelRunner(OnnxModelFile file, OutputChoice choice, InferenceSession session, OnnxClassifierOptions options)
    {
        _model = file.Name;
        _session = new SharedSession(session, typeof(OnnxClassifier));
        ModelInput[] inputs = [.. session.InputNames.Select(name => new ModelInput(file.Name, name, session.InputMetadata[name]))];
        Plan = new OutputPlanner(file.Name, choice, session.OutputMetadata[choice.Name], options).Plan();
        BatchAxis.Check(file.Name, session, choice.Name);
        int? fixedBatch = BatchAxis.Fixed(file.Name, inputs);
        _inputNames = [.. inputs.Select(input => input.Name)];
        _outputNames = [Plan.Name];
        _binder = new InputBinder(file.Name, inputs, options);
        _reader = new OutputReader(file.Name, Plan);
        _batchSize = fixedBatch ?? options.BatchSize;
        _fixedBatch = fixedBatch is not null;
        Fingerprint = ModelFingerprint.Of(file, options, OrtEnv.Instance().GetVersionString());
    }

    internal OutputPlan Plan { get; }

    internal string? Fingerprint { get; }

    internal static ModelRunner Open(OnnxModelFile file, OnnxClassifierOptions options)
    {
        OutputChoice choice = OutputChooser.Choose(file.Model.Graph, options.OutputName, file.Name);
        byte[] bytes;
        if (choice.Finding.ZipMap is { } zipMap)
        {
            choice = ZipMapRemoval.Apply(file.Model.Graph, choice, zipMap);
            bytes = file.Model.ToByteArray();
        }
        else
        {
            bytes = MemoryMarshal.TryGetArray(file.Bytes, out ArraySegment<byte> whole) && whole.Count == whole.Array!.Length ? whole.Array : file.Bytes.ToArray();
        }

        InferenceSession session = SessionFactory.Open(file, bytes, options.Threads);
        try
        {
            return new ModelRunner(file, choice, session, options);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    internal void Run(RecordBatch batch, Span<double> outputs, CancellationToken cancellationToken)
    {
        InferenceSession session = _session.Enter();
        InputFeed[] feeds = [];
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (batch.Count == 0)
            {
                return;
            }

            feeds = _binder.Bind(batch);
            var values = new OrtValue[feeds.Length];
            using RunOptions run = new() { LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
            using CancellationTokenRegistration stop = cancellationToken.UnsafeRegister(static state => ((RunOptions)state!).Terminate = true, run);
            for (int start = 0; start < batch.Count; start += _batchSize)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var chunk = new RecordBatch(batch.Records, batch.Start + start, Math.Min(_batchSize, batch.Count - start));
                Run(session, run, feeds, values, chunk, outputs.Slice(start * Plan.Width, chunk.Count * Plan.Width), cancellationToken);
            }
        }
        finally
        {
            foreach (InputFeed feed in feeds)
            {
                feed.Dispose();
            }

            _session.Leave();
        }
    }

    public void Dispose() => _session.Dispose();

    private void Run(InferenceSession session, RunOptions run, InputFeed[] feeds, OrtValue[] values, RecordBatch chunk, Span<double> outputs, CancellationToken cancellationToken)
    {
        int rows = _fixedBatch ? _batchSize : chunk.Count;
        int made = 0;
        try
        {
            for (; made < feeds.Length; made++)
            {
                values[made] = feeds[made].Create(chunk, rows);
            }

            using IDisposableReadOnlyCollection<OrtValue> results = session.Run(run, _inputNames, values, _outputNames);
            _reader.Read(results[0], rows, chunk.Start + 1, outputs);
        }
        catch (OnnxRuntimeException exception)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw RunFailure.Report(_model, exception.Message, chunk.Start + 1, chunk.Start + chunk.Count);
        }
        finally
        {
            for (int i = 0; i < made; i++)
            {
                values[i].Dispose();
            }
        }
    }
}
