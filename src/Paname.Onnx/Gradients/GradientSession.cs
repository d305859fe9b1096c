using Microsoft.ML.OnnxRuntime;
using Paname.Attacks.Data;
using Paname.Onnx.Inputs;
using Paname.Onnx.Runtime;

namespace Paname.Onnx.Gradients;

/// <summary>Runs a graph of gradients over records, chunk by chunk.</summary>
internal sealed class GradientSession : IDisposable
{
    private readonly SharedSession _session;
    private readonly string _model;
    private readonly InputBinder _binder;
    private readonly string[] _inputNames;
    private readonly string[] _outputNames;
    private readonly int? _fixedBatch;
    private readonly int _batchSize;

    private GradientSession(InferenceSession session, string model, GradientProgram program, OnnxClassifierOptions options)
    {
        _model = model;
        _session = new SharedSession(session, typeof(OnnxGradients));
        ModelInput[] inputs = [.. program.Inputs.Select(name => new ModelInput(model, name, session.InputMetadata[name]))];
        _fixedBatch = BatchAxis.Fixed(model, inputs);
        _batchSize = _fixedBatch ?? options.BatchSize;
        _binder = new InputBinder(model, inputs, options);
        _inputNames = [.. program.Inputs, program.Labels, program.Weights];
        _outputNames = [.. program.Outputs];
    }

    internal static GradientSession Open(GradientProgram program, string model, OnnxClassifierOptions options)
    {
        InferenceSession session = SessionFactory.OpenGraph(program.Model, model, options.Threads);
        try
        {
            return new GradientSession(session, model, program, options);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Runs all records.</summary>
    /// <param name="batch">The records.</param>
    /// <param name="columns">The column of the class of each.</param>
    /// <param name="weight">What each counts in the sum.</param>
    /// <param name="largest">The most records of one run; a model with a fixed batch is filled up with records that count nothing.</param>
    /// <param name="target">What is filled.</param>
    /// <param name="read">Fills it from the outputs of a chunk.</param>
    /// <param name="cancellationToken">Stops between or within runs.</param>
    internal void Run<TTarget>(RecordBatch batch, long[] columns, float weight, int largest, TTarget target, ReadChunk<TTarget> read, CancellationToken cancellationToken)
        where TTarget : allows ref struct
    {
        InferenceSession session = _session.Enter();
        InputFeed[] feeds = [];
        try
        {
            feeds = _binder.Bind(batch);
            using RunOptions run = new() { LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
            using CancellationTokenRegistration stop = cancellationToken.UnsafeRegister(static state => ((RunOptions)state!).Terminate = true, run);
            int step = Math.Min(_batchSize, largest);
            for (int start = 0; start < batch.Count; start += step)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var chunk = new RecordBatch(batch.Records, batch.Start + start, Math.Min(step, batch.Count - start));
                int rows = _fixedBatch ?? chunk.Count;
                var labels = new long[rows];
                var weights = new float[rows];
                columns.AsSpan(start, chunk.Count).CopyTo(labels);
                weights.AsSpan(0, chunk.Count).Fill(weight);
                Run(session, run, feeds, chunk, start, labels, weights, target, read, cancellationToken);
            }
        }
        finally
        {
            Array.ForEach(feeds, feed => feed.Dispose());
            _session.Leave();
        }
    }

    public void Dispose() => _session.Dispose();

    private void Run<TTarget>(InferenceSession session, RunOptions run, InputFeed[] feeds, RecordBatch chunk, int start, long[] labels, float[] weights, TTarget target, ReadChunk<TTarget> read, CancellationToken cancellationToken)
        where TTarget : allows ref struct
    {
        var values = new List<OrtValue>(feeds.Length + 2);
        try
        {
            foreach (InputFeed feed in feeds)
            {
                values.Add(feed.Create(chunk, labels.Length));
            }

            values.Add(OrtValue.CreateTensorValueFromMemory(labels, [labels.Length, 1]));
            values.Add(OrtValue.CreateTensorValueFromMemory(weights, [weights.Length, 1]));
            using IDisposableReadOnlyCollection<OrtValue> results = session.Run(run, _inputNames, values, _outputNames);
            read(target, start, chunk.Count, results);
        }
        catch (OnnxRuntimeException exception)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw RunFailure.Report(_model, exception.Message, chunk.Start + 1, chunk.Start + chunk.Count);
        }
        finally
        {
            values.ForEach(value => value.Dispose());
        }
    }
}
