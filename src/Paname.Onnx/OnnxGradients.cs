using Paname.Attacks.Data;
using Paname.Attacks.Targets;
using Paname.Onnx.Gradients;
using Paname.Onnx.Graphs;

namespace Paname.Onnx;

/// <summary>A classifier in an ONNX file together with its derivatives, which no training framework is needed for. Safe to use from several threads; dispose it once done.</summary>
/// <remarks>
/// The backward graph is made of standard ONNX operators and run by ONNX Runtime on the CPU; each question's graph is built when it is first asked. Where the output ends in a softmax or
/// sigmoid, losses are taken from the logits behind it, so that they and their gradients stay exact where probabilities round to 0 or 1.
/// With <see cref="OnnxClassifierOptions.Image"/>, input gradients are those of the scaled values, laid out as the model takes them: multiply by
/// <see cref="OnnxImageInput.Scale"/> / <see cref="OnnxImageInput.StandardDeviation"/> for gradients per pixel value.
/// Numbers are float32: a norm below about 1e-19 comes out as 0.
/// </remarks>
public sealed class OnnxGradients : IGradientTarget, INamedClassifier, IParameterCount, IDisposable
{
    private readonly OnnxClassifier _classifier;
    private readonly GradientQueries _queries;

    private OnnxGradients(OnnxClassifier classifier, OnnxModelFile file, OnnxClassifierOptions options)
    {
        _classifier = classifier;
        _queries = new GradientQueries(file, classifier.Plan, options);
        InputWidth = ValueDescriptions.FloatWidth(classifier.Inputs);
    }

    /// <inheritdoc/>
    public string Name => _classifier.Name;

    /// <inheritdoc/>
    public string? Fingerprint => _classifier.Fingerprint;

    /// <inheritdoc/>
    public OutputKind OutputKind => _classifier.OutputKind;

    /// <inheritdoc/>
    public int Classes => _classifier.Classes;

    /// <inheritdoc/>
    public IReadOnlyList<string>? ClassLabels => _classifier.ClassLabels;

    /// <inheritdoc cref="OnnxClassifier.Parameters"/>
    public long? Parameters => _classifier.Parameters;

    /// <inheritdoc/>
    /// <exception cref="PanameDataException">The model has no parameters in float32.</exception>
    public IReadOnlyList<string> ParameterNames => _queries.Parameters.Names;

    /// <inheritdoc/>
    public int? InputWidth { get; }

    /// <summary>Loads a model from a file.</summary>
    /// <param name="path">The .onnx file, relative to the test project or absolute. External data is read from its folder only.</param>
    /// <param name="options">How to read and run it; by default everything is read from the graph.</param>
    /// <returns>The model; the caller disposes it.</returns>
    /// <exception cref="PanameDataException">The file is missing, no ONNX model or unsafe, cannot be run, drops values at random, or does not say what its output is.</exception>
    /// <exception cref="ArgumentException">An option outside its documented range.</exception>
    public static OnnxGradients Load(string path, OnnxClassifierOptions? options = null)
    {
        OnnxClassifier classifier = OnnxClassifier.Load(path, options);
        return Open(classifier, () => OnnxModelFile.Read(ProjectPath.Resolve(path)), options);
    }

    /// <summary>Loads a model from memory.</summary>
    /// <param name="model">The bytes of an .onnx file without external data; do not change them afterwards.</param>
    /// <param name="name">A name for messages, such as the file's.</param>
    /// <param name="options">How to read and run it; by default everything is read from the graph.</param>
    /// <returns>The model; the caller disposes it.</returns>
    /// <exception cref="PanameDataException">The bytes are no ONNX model, cannot be run, drop values at random, or do not say what the output is.</exception>
    /// <exception cref="ArgumentException">An option outside its documented range.</exception>
    public static OnnxGradients FromBytes(ReadOnlyMemory<byte> model, string name, OnnxClassifierOptions? options = null)
    {
        OnnxClassifier classifier = OnnxClassifier.FromBytes(model, name, options);
        return Open(classifier, () => OnnxModelFile.FromMemory(model, name), options);
    }

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The object is disposed.</exception>
    /// <exception cref="ArgumentException"><paramref name="outputs"/> is shorter than batch count x <see cref="Classes"/> (x 1 when labels only).</exception>
    /// <exception cref="OperationCanceledException">Cancelled, between or within inferences.</exception>
    public void Score(RecordBatch batch, Span<double> outputs, CancellationToken cancellationToken) => _classifier.Score(batch, outputs, cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The object is disposed.</exception>
    /// <exception cref="OperationCanceledException">Cancelled, between or within inferences.</exception>
    public void InputGradients(RecordBatch batch, GradientObjective objective, ReadOnlySpan<int> classes, Span<double> objectives, Span<float> gradients, CancellationToken cancellationToken)
    {
        Check(batch, classes, nameof(classes));
        if (!Enum.IsDefined(objective))
        {
            throw new ArgumentOutOfRangeException(nameof(objective), objective, "There is no such objective.");
        }

        if (objectives.Length != batch.Count)
        {
            throw new ArgumentException($"{batch.Count} records give as many objectives; the span holds {objectives.Length}.", nameof(objectives));
        }

        if (InputWidth is { } width && gradients.Length != (long)batch.Count * width)
        {
            throw new ArgumentException($"{batch.Count} records of {width} values need {(long)batch.Count * width} gradients; the span holds {gradients.Length}.", nameof(gradients));
        }

        _queries.Inputs(batch, objective, classes, objectives, gradients, cancellationToken);
    }

    /// <inheritdoc/>
    /// <remarks>Norms come from one backward pass over a batch, without a gradient tensor per record (Goodfellow 2015; Li, Tramer, Liang, Hashimoto 2022; Bu, Mao, Xu 2022),
    /// for parameters of linear, convolution, embedding and normalisation layers and of parametric activations, each used once. A model with others, such as tied weights, is run record by record: as exact, and slower.</remarks>
    /// <exception cref="ObjectDisposedException">The object is disposed.</exception>
    /// <exception cref="OperationCanceledException">Cancelled, between or within inferences.</exception>
    public void GradientNorms(RecordBatch batch, ReadOnlySpan<int> labels, GradientScope scope, Span<double> norms, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        Check(batch, labels, nameof(labels));
        if (norms.Length != batch.Count)
        {
            throw new ArgumentException($"{batch.Count} records give as many norms; the span holds {norms.Length}.", nameof(norms));
        }

        _queries.Norms(batch, labels, scope, norms, cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The object is disposed.</exception>
    /// <exception cref="OperationCanceledException">Cancelled, between or within inferences.</exception>
    public BatchGradients ParameterGradients(RecordBatch batch, ReadOnlySpan<int> labels, CancellationToken cancellationToken)
    {
        Check(batch, labels, nameof(labels));
        return batch.Count > 0
            ? _queries.ParameterGradients(batch, labels, cancellationToken)
            : throw new ArgumentException("A mean loss needs at least one record.", nameof(batch));
    }

    /// <summary>Frees the sessions; calls that are under way on other threads complete first.</summary>
    public void Dispose()
    {
        _queries.Dispose();
        _classifier.Dispose();
    }

    private static OnnxGradients Open(OnnxClassifier classifier, Func<OnnxModelFile> read, OnnxClassifierOptions? options)
    {
        try
        {
            OnnxModelFile file = read();
            RandomDropout.Refuse(file);
            return new OnnxGradients(classifier, file, options ?? new OnnxClassifierOptions());
        }
        catch
        {
            classifier.Dispose();
            throw;
        }
    }

    private void Check(RecordBatch batch, ReadOnlySpan<int> classes, string name)
    {
        if (batch.Records is null)
        {
            throw new ArgumentException("The batch is empty of records: build it with its constructor.", nameof(batch));
        }

        if (classes.Length != batch.Count)
        {
            throw new ArgumentException($"{batch.Count} records need as many classes; the span holds {classes.Length}.", name);
        }

        int bad = classes.IndexOfAnyExceptInRange(0, Classes - 1);
        if (bad >= 0)
        {
            throw new ArgumentException(FormattableString.Invariant($"The class of record {batch.Start + bad + 1} is none of the model's {Classes}, which count from 0."), name);
        }
    }
}
