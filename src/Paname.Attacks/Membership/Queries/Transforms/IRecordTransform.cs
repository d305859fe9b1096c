using Paname.Attacks.Data;

namespace Paname.Attacks.Membership;

/// <summary>A small change of records that should not change what they are: a view of them for attacks that compare several.</summary>
public interface IRecordTransform
{
    /// <summary>What it does in a few words for reports, such as "shift by 1 row"; no value of a record.</summary>
    string Name { get; }

    /// <summary>Why records of these fields and shapes cannot be changed so, as "needs ...", or <see langword="null"/> when they can.</summary>
    /// <param name="records">The records; looked at for their fields, not their values.</param>
    /// <returns>The reason, or <see langword="null"/>.</returns>
    string? Unavailable(Records records);

    /// <summary>Changes every record.</summary>
    /// <param name="records">The records; left as they are.</param>
    /// <param name="spread">How the features are spread over all audited records: the units of changes.</param>
    /// <param name="seeds">One per record: all that is random about its change follows from it, so that the change does not depend on the records beside it.</param>
    /// <returns>As many records of the same fields, in the same order.</returns>
    Records Apply(Records records, FeatureSpread spread, ReadOnlySpan<int> seeds);
}
