namespace Paname.Attacks.Metrics;

/// <summary>
/// Sum and sum of squares of one side's placements, kept as whole numbers: a placement is twice the count of opponents below plus the count of ties,
/// so variances are exact, zero exactly when they are, and the same in any order.
/// </summary>
internal struct PlacementSums(int count, int opponents)
{
    private ulong _sum;
    private UInt128 _squares;

    internal readonly int Count => count;

    internal readonly double Mean => _sum / (2.0 * count * opponents);

    /// <summary>The variance of the mean placement as a fraction (ddof 1, divided by the count); NaN for one record.</summary>
    internal readonly double VarianceOfMean
    {
        get
        {
            UInt128 spread = ((UInt128)(ulong)count * _squares) - ((UInt128)_sum * _sum);
            return (double)spread / ((double)count * count * (count - 1.0) * 4 * opponents * opponents);
        }
    }

    internal void Add(ulong placement, int times)
    {
        _sum += placement * (ulong)times;
        _squares += (UInt128)(placement * placement) * (ulong)times;
    }

    /// <summary>The sums after adding one record at minus and one at plus infinity to both sides; ties with the added records count one half.</summary>
    internal readonly PlacementSums Augmented()
    {
        ulong others = (ulong)opponents;
        ulong top = (2 * others) + 3;
        return new(count + 2, opponents + 2)
        {
            _sum = _sum + (2 * (ulong)count) + 1 + top,
            _squares = _squares + (4 * (UInt128)_sum) + (4 * (ulong)count) + 1 + ((UInt128)top * top),
        };
    }
}
