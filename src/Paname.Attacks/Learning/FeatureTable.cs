using Paname.Attacks.Data;

namespace Paname.Attacks.Learning;

/// <summary>Rows of finite float64 features: what a learner is fitted on and asked about.</summary>
public sealed class FeatureTable
{
    private readonly ReadOnlyMemory<double> _values;

    /// <summary>Wraps numbers without copying them; do not change them afterwards.</summary>
    /// <param name="rows">How many rows, 1 at least.</param>
    /// <param name="width">Numbers per row, 1 at least.</param>
    /// <param name="values">Row-major, rows x width; finite.</param>
    /// <exception cref="PanameDataException">Another number of values, or one that is not finite; the message names row and column.</exception>
    public FeatureTable(int rows, int width, ReadOnlyMemory<double> values)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        if (values.Length != (long)rows * width)
        {
            throw new PanameDataException(FormattableString.Invariant($"A table of {rows} rows and {width} columns needs {(long)rows * width} numbers, not {values.Length}."));
        }

        int bad = values.Span.IndexOfNonFinite();
        if (bad >= 0)
        {
            throw new PanameDataException(FormattableString.Invariant(
                $"Feature {(bad % width) + 1} of row {(bad / width) + 1} is not a finite number. Fill or drop missing values before learning from them."));
        }

        Rows = rows;
        Width = width;
        _values = values;
    }

    /// <summary>How many rows there are.</summary>
    public int Rows { get; }

    /// <summary>Numbers per row.</summary>
    public int Width { get; }

    /// <summary>All numbers, row-major.</summary>
    public ReadOnlyMemory<double> Values => _values;

    /// <summary>One row.</summary>
    /// <param name="row">Zero-based.</param>
    /// <returns>A view of <see cref="Width"/> numbers.</returns>
    public ReadOnlySpan<double> Row(int row) => _values.Span.Slice(row * Width, Width);

    /// <summary>Some of the rows, in the order given.</summary>
    /// <param name="rows">Zero-based; at least one.</param>
    /// <returns>A new table that holds copies.</returns>
    public FeatureTable Select(IReadOnlyList<int> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var selected = new double[checked(rows.Count * Width)];
        for (int i = 0; i < rows.Count; i++)
        {
            Row(rows[i]).CopyTo(selected.AsSpan(i * Width));
        }

        return new FeatureTable(rows.Count, Width, selected);
    }
}
