namespace Paname.Attacks.Membership;

/// <summary>Points that a search asks about, and the answers: whether the target gives each another class than the record's own.</summary>
internal sealed class BoundaryQuestion(double[] points, int count)
{
    /// <summary>Row-major, count x dimensions of the <see cref="BoundarySpace"/>.</summary>
    internal double[] Points { get; } = points;

    internal int Count { get; } = count;

    internal bool[] Outside { get; } = new bool[count];
}
