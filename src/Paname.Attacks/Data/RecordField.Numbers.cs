namespace Paname.Attacks.Data;

public abstract partial class RecordField
{
    /// <summary>Writes the values as numbers into columns of a row-major matrix.</summary>
    internal abstract void CopyNumbersTo(Span<double> matrix, int offset, int stride);

    /// <summary>A field of the same name, type and shape with numbers from columns of a row-major matrix.</summary>
    internal abstract RecordField WithNumbers(ReadOnlySpan<double> matrix, int offset, int stride);

    /// <summary>This field's records, then another's of the same name, type and shape.</summary>
    internal abstract RecordField Append(RecordField other);
}
