using Paname.Attacks.Data;

namespace Paname.Attacks.Targets;

/// <summary>A classifier that is any code: a model of another library, a call over the network. It has no content to hash, so its results are cached by
/// reference only. An exception of the delegate may print the record it failed on; it is therefore replaced, not chained.</summary>
public sealed class DelegateClassifier : IClassifier
{
    private readonly ScoreBatch _score;

    /// <summary>Wraps a delegate that scores whole batches.</summary>
    /// <param name="kind">Logits, probabilities or labels only.</param>
    /// <param name="classes">How many classes the model tells apart; at least 2.</param>
    /// <param name="score">Fills the outputs of a batch; called by one thread at a time.</param>
    /// <param name="name">A name for messages.</param>
    /// <exception cref="ArgumentException"><paramref name="kind"/> is losses or residuals, which are read by <see cref="PrecomputedPredictions"/>.</exception>
    public DelegateClassifier(OutputKind kind, int classes, ScoreBatch score, string name = "delegate")
    {
        ArgumentNullException.ThrowIfNull(score);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);
        if (kind is not (OutputKind.Logits or OutputKind.Probabilities or OutputKind.LabelsOnly))
        {
            throw new ArgumentException("A classifier gives out logits, probabilities or labels; audit losses and residuals with PrecomputedPredictions.", nameof(kind));
        }

        OutputKind = kind;
        Classes = classes;
        Name = name;
        _score = score;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>Always <see langword="null"/>: code has no content to hash.</summary>
    public string? Fingerprint => null;

    /// <inheritdoc/>
    public OutputKind OutputKind { get; }

    /// <inheritdoc/>
    public int Classes { get; }

    /// <summary>Wraps a function from one record to its outputs, for records of a single field of numbers.</summary>
    /// <param name="kind">Logits or probabilities.</param>
    /// <param name="classes">How many classes the model tells apart; at least 2.</param>
    /// <param name="predict">From the record's values, as <see cref="double"/> in the order of the field, to one output per class.</param>
    /// <returns>The classifier.</returns>
    public static DelegateClassifier FromRows(OutputKind kind, int classes, Func<double[], double[]> predict)
    {
        ArgumentNullException.ThrowIfNull(predict);
        return new(kind, classes, RowScoring.Outputs(TargetOutputs.WidthOf(kind, classes), predict));
    }

    /// <summary>Wraps a function from one record to its predicted class, for records of a single field of numbers: labels only.</summary>
    /// <param name="classes">How many classes the model tells apart; at least 2.</param>
    /// <param name="predict">From the record's values, as <see cref="double"/> in the order of the field, to a class from 0.</param>
    /// <returns>The classifier.</returns>
    public static DelegateClassifier FromRows(int classes, Func<double[], int> predict)
    {
        ArgumentNullException.ThrowIfNull(predict);
        return new(OutputKind.LabelsOnly, classes, RowScoring.Outputs(1, row => [predict(row)]));
    }

    /// <inheritdoc/>
    /// <exception cref="PanameDataException">The delegate failed; the message names the type of its exception and the records, not its message.</exception>
    public void Score(RecordBatch batch, Span<double> outputs, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        int expected = batch.Count * TargetOutputs.WidthOf(OutputKind, Classes);
        if (outputs.Length != expected)
        {
            throw new ArgumentException(FormattableString.Invariant($"The batch needs room for {expected} outputs, not {outputs.Length}."), nameof(outputs));
        }

        try
        {
            _score(batch, outputs);
        }
        catch (RowScoringException e)
        {
            throw new PanameDataException($"{Name}: {e.Message}");
        }
        catch (Exception e)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new PanameDataException(FormattableString.Invariant(
                $"{Name} threw {e.GetType().Name} on records {batch.Start + 1} to {batch.Start + batch.Count} of the set being scored. Its message is withheld, since it may hold values of a record: run the delegate on these records in a debugger."));
        }
    }
}
