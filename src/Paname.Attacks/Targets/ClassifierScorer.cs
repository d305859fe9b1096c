using Paname.Attacks.Data;

namespace Paname.Attacks.Targets;

/// <summary>Queries a classifier once for every record of a set.</summary>
public static class ClassifierScorer
{
    // Between two batches progress is told and cancellation is seen; targets cut their own batches within.
    private const int BatchSize = 4096;

    /// <summary>Fills a caller-owned buffer with the classifier's outputs.</summary>
    /// <param name="classifier">The target.</param>
    /// <param name="records">The records.</param>
    /// <param name="outputs">Row-major, records x classes, or one per record when the classifier gives labels only.</param>
    /// <param name="progress">Told the number of records scored so far, after every batch; may be <see langword="null"/>.</param>
    /// <param name="cancellationToken">Stops between batches, or sooner if the target looks at it.</param>
    /// <exception cref="ArgumentException">The buffer has another length.</exception>
    /// <exception cref="PanameDataException">The records do not fit the model, or the classifier failed; what it threw is replaced, not chained, since its
    /// message may print the record.</exception>
    public static void Score(IClassifier classifier, Records records, Span<double> outputs, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        ArgumentNullException.ThrowIfNull(records);
        int width = TargetOutputs.WidthOf(classifier.OutputKind, classifier.Classes);
        if (outputs.Length != (long)records.Count * width)
        {
            throw new ArgumentException($"{records.Count} records give {(long)records.Count * width} outputs; the buffer holds {outputs.Length}.", nameof(outputs));
        }

        for (int start = 0; start < records.Count; start += BatchSize)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int count = Math.Min(BatchSize, records.Count - start);
            Score(classifier, new RecordBatch(records, start, count), outputs.Slice(start * width, count * width), cancellationToken);
            progress?.Report(start + count);
        }
    }

    private static void Score(IClassifier classifier, RecordBatch batch, Span<double> outputs, CancellationToken cancellationToken)
    {
        try
        {
            classifier.Score(batch, outputs, cancellationToken);
        }
        catch (Exception e) when (e is not (PanameDataException or OperationCanceledException or ObjectDisposedException))
        {
            throw new PanameDataException(FormattableString.Invariant(
                $"{classifier.Name} threw {e.GetType().Name} on records {batch.Start + 1} to {batch.Start + batch.Count} of the set being scored. Its message is withheld, since it may hold values of a record: score these records in a debugger."));
        }
    }
}
