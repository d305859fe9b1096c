namespace Paname.Attacks.Membership;

/// <summary>How <see cref="QueryAttacks.BoundaryDistance"/> looks for the decision boundary.</summary>
/// <remarks>
/// Distances are Euclidean over all features. Whole-number fields are rounded when the target is asked, so distances along them are no finer than half a unit.
/// Features that do not vary over the audited records are left as they are.
/// </remarks>
public sealed record BoundaryDistanceOptions
{
    /// <summary>Steps of HopSkipJump: each estimates the direction of the boundary, goes there and comes back to it. 1 to 1,000; default 10. More is never farther.</summary>
    public int MaxIterations { get; init; } = 10;

    /// <summary>Queries for the direction in the first step; the t-th takes the square root of t times as many. At least 1; default 100.</summary>
    public int InitialEvaluations { get; init; } = 100;

    /// <summary>The most queries for the direction in one step. At least <see cref="InitialEvaluations"/>; default 10,000.</summary>
    public int MaxEvaluations { get; init; } = 10_000;

    /// <summary>The most random points to try for points of another class to start from; where none is found the nearest audited record of another class serves. 0 or more; default 100.</summary>
    public int InitialSearch { get; init; } = 100;

    /// <summary>Points of another class to look for: the search goes on from the one whose boundary is the nearest, since it is local and may end at another boundary than the nearest.
    /// At least 1; default 5; the paper's is 1.</summary>
    public int Starts { get; init; } = 5;

    /// <summary>The most queries about one record, all together. At least 50; default 2,500, which the other defaults need.</summary>
    public int QueriesPerRecord { get; init; } = 2_500;

    /// <summary>How many members, and how many non-members, are asked about: drawn at random, whatever the target says of them. The others are not judged. At least 1; default 250.</summary>
    public int MaxRecordsPerSide { get; init; } = 250;

    /// <summary>Measures each feature in units of its standard deviation over the audited records. Default: on; off for features of one unit, such as pixels.</summary>
    public bool Standardise { get; init; } = true;

    /// <summary>The least value of each feature, or one for all; no query goes below. Default <see langword="null"/>: the least among the audited records.</summary>
    public IReadOnlyList<double>? Minimum { get; init; }

    /// <summary>The largest value of each feature, or one for all; no query goes above. Default <see langword="null"/>: the largest among the audited records.</summary>
    public IReadOnlyList<double>? Maximum { get; init; }

    internal void Check()
    {
        OptionRange.Require(MaxIterations is >= 1 and <= 1_000, nameof(MaxIterations), "is 1 to 1,000");
        OptionRange.Require(InitialEvaluations >= 1, nameof(InitialEvaluations), "is at least 1");
        OptionRange.Require(MaxEvaluations >= InitialEvaluations, nameof(MaxEvaluations), "is at least InitialEvaluations");
        OptionRange.Require(InitialSearch >= 0, nameof(InitialSearch), "is 0 or more");
        OptionRange.Require(Starts >= 1, nameof(Starts), "is at least 1");
        OptionRange.Require(QueriesPerRecord >= 50, nameof(QueriesPerRecord), "is at least 50");
        OptionRange.Require(MaxRecordsPerSide >= 1, nameof(MaxRecordsPerSide), "is at least 1");
        OptionRange.Require(Minimum?.All(double.IsFinite) != false, nameof(Minimum), "holds finite numbers");
        OptionRange.Require(Maximum?.All(double.IsFinite) != false, nameof(Maximum), "holds finite numbers");
    }

    /// <summary>Queries for the direction in a step, counted from 1.</summary>
    internal int Evaluations(int step) => (int)Math.Min(MaxEvaluations, InitialEvaluations * Math.Sqrt(step));
}
