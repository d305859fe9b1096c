using Paname.Attacks.Data;

namespace Paname.Attacks.Shadows;

/// <summary>One number for each record, model and view (augmentation), on one scale.</summary>
public sealed class ShadowSignals
{
    // Squares of standard scores are still finite where a spread is at the floor that attacks give it.
    private const double Largest = 1e100;

    /// <summary>Wraps signals without copying them; do not change them afterwards.</summary>
    /// <param name="scale">What the numbers are.</param>
    /// <param name="records">How many records, 1 at least.</param>
    /// <param name="models">How many models, 1 at least.</param>
    /// <param name="views">How many views of each record, 1 at least.</param>
    /// <param name="values">Row-major, records x models x views; finite, and at most 1e100 in size.</param>
    /// <exception cref="PanameDataException">Another number of values, or one that is not finite or too large; the message names record and model.</exception>
    public ShadowSignals(SignalScale scale, int records, int models, int views, ReadOnlyMemory<double> values)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(records, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(models, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(views, 1);
        if (values.Length != (long)records * models * views)
        {
            throw new PanameDataException(FormattableString.Invariant(
                $"Signals of {records} records, {models} models and {views} views need {(long)records * models * views} numbers, not {values.Length}."));
        }

        int bad = values.Span.IndexOfNonFinite();
        if (bad >= 0)
        {
            throw new PanameDataException(FormattableString.Invariant(
                $"The signal of record {(bad / (models * views)) + 1}, model {(bad / views % models) + 1} is not a finite number. Compute signals in float64 from logits."));
        }

        int large = values.Span.IndexOfAnyExceptInRange(-Largest, Largest);
        if (large >= 0)
        {
            throw new PanameDataException(FormattableString.Invariant(
                $"The signal of record {(large / (models * views)) + 1}, model {(large / views % models) + 1} is above 1e100 in size, so that its square is no number. Give signals in a larger unit."));
        }

        Scale = scale;
        Records = records;
        Models = models;
        Views = views;
        Values = values;
    }

    /// <summary>What the numbers are.</summary>
    public SignalScale Scale { get; }

    /// <summary>How many records there are.</summary>
    public int Records { get; }

    /// <summary>How many models there are.</summary>
    public int Models { get; }

    /// <summary>How many views of each record there are.</summary>
    public int Views { get; }

    /// <summary>The numbers, row-major: records x models x views.</summary>
    public ReadOnlyMemory<double> Values { get; }

    /// <summary>The numbers of one record: models x views.</summary>
    /// <param name="record">Zero-based.</param>
    /// <returns>A view.</returns>
    public ReadOnlySpan<double> Row(int record) => Values.Span.Slice(record * Models * Views, Models * Views);
}
