namespace Paname.Attacks.Membership;

/// <summary>How <see cref="QueryAttacks.NoiseStability"/> changes records.</summary>
/// <remarks>Whole-number fields are rounded when the target is asked: noise far below one unit leaves them as they are, and every score at one half.</remarks>
public sealed record NoiseStabilityOptions
{
    /// <summary>Changed copies of each record, one query each. 1 to 100,000; default 100, as in the paper.</summary>
    public int Repeats { get; init; } = 100;

    /// <summary>The standard deviation of the Gaussian noise, in units of each feature's own over the audited records. Positive; default .01.</summary>
    public double Level { get; init; } = .01;

    /// <summary>How many members, and how many non-members, are asked about: drawn at random, whatever the target says of them. The others are not judged.
    /// At least 1; default <see langword="null"/>: all records.</summary>
    public int? MaxRecordsPerSide { get; init; }

    internal void Check()
    {
        OptionRange.Require(Repeats is >= 1 and <= 100_000, nameof(Repeats), "is 1 to 100,000");
        OptionRange.Require(Level > 0 && double.IsFinite(Level), nameof(Level), "is a positive number");
        OptionRange.Require(MaxRecordsPerSide is null or >= 1, nameof(MaxRecordsPerSide), "is at least 1");
    }
}
