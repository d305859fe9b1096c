using Paname.Attacks.Data.Csv;

namespace Paname.Attacks.Data;

public sealed partial class MembershipData
{
    /// <summary>Reads members and non-members from two CSV files with the same header. Numeric columns become one field of <see cref="double"/> named
    /// "features", text columns a field of <see cref="string"/> each, named by the header.</summary>
    /// <param name="members">The file of members; see <see cref="ProjectPath.Resolve(string)"/>.</param>
    /// <param name="nonMembers">The file of non-members.</param>
    /// <param name="label">The header of the label column: class indices from 0, or texts and codes with <see cref="CsvOptions.LabelMap"/>.</param>
    /// <param name="id">The header of a column of distinct ids, by which a record on both sides is found; by default none.</param>
    /// <param name="options">How the files are read.</param>
    /// <returns>The data.</returns>
    /// <exception cref="PanameDataException">A file that is missing, empty or malformed, a cell that cannot be read; the message names file, line and column, never a value.</exception>
    public static MembershipData FromCsv(string members, string nonMembers, string label, string? id = null, CsvOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(label);
        return CsvMembershipReader.Read(members, nonMembers, label, id, options ?? new CsvOptions());
    }
}
