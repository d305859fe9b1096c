using Microsoft.ML.OnnxRuntime;
using Paname.Attacks.Data;
using Paname.Attacks.Targets;
using Paname.Onnx.Gradients;
using Paname.Onnx.Graphs;
using Paname.Onnx.Outputs;
using Paname.Onnx.Runtime;

namespace Paname.Onnx;

/// <summary>A classifier in an ONNX file, run by ONNX Runtime on the CPU. Safe to use from several threads; dispose it once done.</summary>
/// <remarks>
/// Output kind and classes are read from the graph, never guessed from values. Inference is sequential, deterministic and fully
/// optimised (constant folding, fusion and memory layout); it gives the same numbers on any number of threads.
/// </remarks>
public sealed class OnnxClassifier : INamedClassifier, IParameterCount, IDisposable
{
    private readonly ModelRunner _runner;
    private readonly Func<OnnxModelFile> _read;
    private readonly Lazy<long?> _parameters;

    private OnnxClassifier(Func<OnnxModelFile> read, OnnxClassifierOptions options)
    {
        OnnxModelFile file = read();
        _read = read;
        Options = options;
        Name = file.Name;
        Inputs = ValueDescriptions.Inputs(file.Model.Graph);
        Outputs = ValueDescriptions.Outputs(file.Model.Graph);
        _runner = ModelRunner.Open(file, options);
        Fingerprint = _runner.Fingerprint;
        _parameters = new Lazy<long?>(() => ParameterCount.Of(ReadAgain, Plan.Name));
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>SHA-256 of model, external data, options and runtime version, in lower-case hexadecimal; <see langword="null"/> with an <see cref="OnnxClassifierOptions.InputBinding"/>.</summary>
    public string? Fingerprint { get; }

    /// <inheritdoc/>
    public OutputKind OutputKind => Plan.Kind;

    /// <inheritdoc/>
    public int Classes => Plan.Classes;

    /// <summary>The label of each class by class index, where the graph or the options name them; else <see langword="null"/>.</summary>
    public IReadOnlyList<string>? ClassLabels => Plan.ClassLabels;

    /// <summary>How many weights training would change, read from the graph when first asked; <see langword="null"/> where the graph does not tell weights from other numbers: trees,
    /// quantised or half-precision weights, labels without a score, a file that is gone or larger than 512 MiB.</summary>
    public long? Parameters => _parameters.Value;

    /// <summary>The inputs the model declares.</summary>
    public IReadOnlyList<OnnxValueDescription> Inputs { get; }

    /// <summary>The outputs the model declares.</summary>
    public IReadOnlyList<OnnxValueDescription> Outputs { get; }

    internal OutputPlan Plan => _runner.Plan;

    internal OnnxClassifierOptions Options { get; }

    /// <summary>Loads a model from a file.</summary>
    /// <param name="path">The .onnx file, relative to the test project or absolute. External data is read from its folder only.</param>
    /// <param name="options">How to read and run it; by default everything is read from the graph.</param>
    /// <returns>The classifier; the caller disposes it.</returns>
    /// <exception cref="PanameDataException">The file is missing, no ONNX model or unsafe, cannot be run, or does not say what its output is.</exception>
    /// <exception cref="ArgumentException">An option outside its documented range.</exception>
    public static OnnxClassifier Load(string path, OnnxClassifierOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        options = Checked(options);
        string full = ProjectPath.Resolve(path);
        return new OnnxClassifier(() => OnnxModelFile.Read(full), options);
    }

    /// <summary>Loads a model from memory.</summary>
    /// <param name="model">The bytes of an .onnx file without external data.</param>
    /// <param name="name">A name for messages, such as the file's.</param>
    /// <param name="options">How to read and run it; by default everything is read from the graph.</param>
    /// <returns>The classifier; the caller disposes it.</returns>
    /// <exception cref="PanameDataException">The bytes are no ONNX model, cannot be run, or do not say what the output is.</exception>
    /// <exception cref="ArgumentException">An option outside its documented range.</exception>
    public static OnnxClassifier FromBytes(ReadOnlyMemory<byte> model, string name, OnnxClassifierOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        options = Checked(options);
        return new OnnxClassifier(() => OnnxModelFile.FromMemory(model, name), options);
    }

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The classifier is disposed.</exception>
    /// <exception cref="ArgumentException"><paramref name="outputs"/> is shorter than batch count x <see cref="Classes"/> (x 1 when labels only).</exception>
    /// <exception cref="OperationCanceledException">Cancelled, between or within inferences.</exception>
    public void Score(RecordBatch batch, Span<double> outputs, CancellationToken cancellationToken)
    {
        if (batch.Records is null)
        {
            throw new ArgumentException("The batch is empty of records: build it with its constructor.", nameof(batch));
        }

        long needed = (long)batch.Count * Plan.Width;
        if (outputs.Length < needed)
        {
            throw new ArgumentException($"{batch.Count} records need {needed} outputs; the span holds {outputs.Length}.", nameof(outputs));
        }

        _runner.Run(batch, outputs[..(int)needed], cancellationToken);
    }

    /// <summary>Frees the session; scoring that is under way on other threads completes first.</summary>
    public void Dispose() => _runner.Dispose();

    /// <summary>Reads the model once more: it is not held in memory beside its session.</summary>
    /// <exception cref="PanameDataException">The file is gone, or another one by now.</exception>
    internal OnnxModelFile ReadAgain()
    {
        OnnxModelFile file = _read();
        return Fingerprint is null || ModelFingerprint.Of(file, Options, OrtEnv.Instance().GetVersionString()) == Fingerprint
            ? file
            : throw new PanameDataException($"{Name}: the file has changed since it was loaded. Load it again.");
    }

    private static OnnxClassifierOptions Checked(OnnxClassifierOptions? options)
    {
        options ??= new OnnxClassifierOptions();
        options.Check();
        return options;
    }
}
