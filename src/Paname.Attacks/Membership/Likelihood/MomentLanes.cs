using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Paname.Attacks.Shadows;

namespace Paname.Attacks.Membership;

/// <summary>Centre and spread of eight records at once, one in each lane of a vector: sorted by a network, so that no branch depends on a signal.</summary>
/// <remarks>A lane never looks at its neighbours: a record's numbers are the same in whatever company it is worked on.</remarks>
internal sealed class MomentLanes
{
    internal const int Width = 8;

    // Beyond it a network makes more comparisons than a sort of each lane.
    private const int WidestNetwork = 2048;

    private readonly int _models;
    private readonly ShadowCentre _centre;
    private readonly double[] _signals;
    private readonly bool[] _flags;
    private readonly int[] _inside = new int[Width];
    private readonly double[] _column;

    internal MomentLanes(int models, ShadowCentre centre)
    {
        _models = models;
        _centre = centre;
        _signals = new double[2 * models * Width];
        _flags = new bool[models * Width];
        _column = new double[models];
    }

    /// <summary>Works on up to eight neighbouring records.</summary>
    internal void Compute(ShadowSignals signals, InclusionMask mask, int first, int view, SideMoments? inside, SideMoments outside)
    {
        int lanes = Math.Min(Width, signals.Records - first);
        Gather(signals, mask, first, lanes, view);
        Write(0, outside, first, lanes, signals.Views, view);
        if (inside is not null)
        {
            Write(1, inside, first, lanes, signals.Views, view);
        }
    }

    // Signals of models trained without the record go to the first half of the buffer, the others to the second; eight neighbouring places hold the eight lanes.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Gather(ShadowSignals signals, InclusionMask mask, int first, int lanes, int view)
    {
        Span<bool> flags = _flags;
        for (int model = 0; model < _models; model++)
        {
            mask.Of(model).Slice(first, lanes).CopyTo(flags[(model * Width)..]);
        }

        int half = _models * Width;
        int stride = _models * signals.Views;
        ReadOnlySpan<double> values = signals.Values.Span.Slice(first * stride, lanes * stride);
        for (int lane = 0; lane < lanes; lane++)
        {
            ReadOnlySpan<double> row = values.Slice(lane * stride, stride);
            Span<double> outside = _signals.AsSpan(lane, half);
            Span<double> inside = _signals.AsSpan(half + lane);
            int ins = 0;
            for (int model = 0; model < _models; model++)
            {
                // Written to the next place of both sides, of which one moves on: no branch depends on a flag.
                double signal = row[(model * signals.Views) + view];
                inside[ins * Width] = signal;
                outside[(model - ins) * Width] = signal;
                ins += flags[(model * Width) + lane] ? 1 : 0;
            }

            _inside[lane] = ins;
        }
    }

    private void Write(int side, SideMoments moments, int first, int lanes, int views, int view)
    {
        Span<double> block = _signals.AsSpan(side * _models * Width, _models * Width);
        Span<double> counts = stackalloc double[Width];
        counts.Clear();
        int most = 0;
        int least = int.MaxValue;
        for (int lane = 0; lane < lanes; lane++)
        {
            int count = side == 0 ? _models - _inside[lane] : _inside[lane];
            counts[lane] = count;
            moments.Counts[first + lane] = count;
            most = Math.Max(most, count);
            least = Math.Min(least, count);
        }

        for (int lane = 0; lane < Width; lane++)
        {
            for (int place = (int)counts[lane]; place < most; place++)
            {
                block[(place * Width) + lane] = double.PositiveInfinity;
            }
        }

        if (most == 0)
        {
            return;
        }

        Vector512<double> number = Vector512.Create<double>(counts);
        Vector512<double> centre;
        if (_centre == ShadowCentre.Median)
        {
            Sort(block[..(most * Width)], most);
            centre = Median(block, counts, least == most && lanes == Width ? most : 0);
        }
        else
        {
            // Differences from one of the signals: equal signals have a spread of exactly 0.
            Vector512<double> shift = Vector512.Create<double>(block[..Width]);
            centre = shift + (Sums(block, shift, number, most).Sum / number);
        }

        (Vector512<double> sum, Vector512<double> squares) = Sums(block, centre, number, most);
        Vector512<double> aboutMean = _centre == ShadowCentre.Median ? Vector512.Max(squares - (sum * sum / number), Vector512<double>.Zero) : squares;
        for (int lane = 0; lane < lanes; lane++)
        {
            if (counts[lane] > 0)
            {
                int at = ((first + lane) * views) + view;
                moments.Centres[at] = centre[lane];
                moments.SquaresAboutMean[at] = aboutMean[lane];
                moments.SquaresAboutCentre[at] = squares[lane];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Sort(Span<double> block, int count)
    {
        if (count > WidestNetwork)
        {
            SortLanes(block, count);
            return;
        }

        ref double start = ref MemoryMarshal.GetReference(block);
        ReadOnlySpan<int> network = SortingNetwork.Of(count);
        for (int i = 0; i + 1 < network.Length; i += 2)
        {
            nuint low = (nuint)(network[i] * Width);
            nuint high = (nuint)(network[i + 1] * Width);
            Vector512<double> a = Vector512.LoadUnsafe(ref start, low);
            Vector512<double> b = Vector512.LoadUnsafe(ref start, high);
            Vector512.MinNative(a, b).StoreUnsafe(ref start, low);
            Vector512.MaxNative(a, b).StoreUnsafe(ref start, high);
        }
    }

    private void SortLanes(Span<double> block, int count)
    {
        Span<double> column = _column.AsSpan(0, count);
        for (int lane = 0; lane < Width; lane++)
        {
            for (int i = 0; i < count; i++)
            {
                column[i] = block[(i * Width) + lane];
            }

            column.Sort();
            for (int i = 0; i < count; i++)
            {
                block[(i * Width) + lane] = column[i];
            }
        }
    }

    private static Vector512<double> Median(ReadOnlySpan<double> block, ReadOnlySpan<double> counts, int common)
    {
        if (common > 0)
        {
            Vector512<double> low = Vector512.Create<double>(block.Slice((common - 1) / 2 * Width, Width));
            return (low + Vector512.Create<double>(block.Slice(common / 2 * Width, Width))) * 0.5;
        }

        Span<double> medians = stackalloc double[Width];
        for (int lane = 0; lane < Width; lane++)
        {
            int count = (int)counts[lane];
            medians[lane] = count == 0 ? 0 : (block[((count - 1) / 2 * Width) + lane] + block[(count / 2 * Width) + lane]) * 0.5;
        }

        return Vector512.Create<double>(medians);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (Vector512<double> Sum, Vector512<double> Squares) Sums(
        ReadOnlySpan<double> block, Vector512<double> centre, Vector512<double> number, int most)
    {
        Vector512<double> sum = Vector512<double>.Zero;
        Vector512<double> squares = Vector512<double>.Zero;
        ref double start = ref MemoryMarshal.GetReference(block);
        for (int place = 0; place < most; place++)
        {
            Vector512<double> difference = Vector512.LoadUnsafe(ref start, (nuint)(place * Width)) - centre;
            difference = Vector512.ConditionalSelect(Vector512.LessThan(Vector512.Create((double)place), number), difference, Vector512<double>.Zero);
            sum += difference;
            squares += difference * difference;
        }

        return (sum, squares);
    }
}
