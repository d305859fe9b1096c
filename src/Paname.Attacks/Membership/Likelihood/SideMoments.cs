namespace Paname.Attacks.Membership;

/// <summary>Centre and spread of each record's signals over the models of one side: those trained on it, or those trained without it.</summary>
internal sealed class SideMoments(int records, int views)
{
    /// <summary>How many models the side has, by record.</summary>
    internal int[] Counts { get; } = new int[records];

    /// <summary>The centre of the signals, records x views; 0 where the side is empty.</summary>
    internal double[] Centres { get; } = new double[records * views];

    /// <summary>Sum of squared differences from the mean, records x views.</summary>
    internal double[] SquaresAboutMean { get; } = new double[records * views];

    /// <summary>Sum of squared differences from the centre, records x views.</summary>
    internal double[] SquaresAboutCentre { get; } = new double[records * views];
}
