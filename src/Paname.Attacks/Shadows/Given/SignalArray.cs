using Paname.Attacks.Data;

namespace Paname.Attacks.Shadows;

/// <summary>Given signals, row-major models x records x views.</summary>
internal sealed record SignalArray(string Name, ShadowSignalKind Kind, int Models, int Records, int Views, ReadOnlyMemory<double> Values)
{
    /// <summary>Checks the length and every value.</summary>
    internal static SignalArray Of(string name, ShadowSignalKind kind, int models, int views, ReadOnlyMemory<double> values)
    {
        int records = values.Length / (models * views);
        if (records == 0 || values.Length != (long)models * records * views)
        {
            throw new PanameDataException(FormattableString.Invariant($"{name} hold {values.Length} numbers, which is no whole number of records for {models} models and {views} views."));
        }

        ReadOnlySpan<double> span = values.Span;
        for (int i = 0; i < span.Length; i++)
        {
            if (SignalConversion.Complaint(kind, span[i]) is { } complaint)
            {
                throw new PanameDataException(FormattableString.Invariant($"{name}: the value of model {(i / (records * views)) + 1}, record {(i / views % records) + 1} {complaint}."));
            }
        }

        return new SignalArray(name, kind, models, records, views, values);
    }

    internal int Saturated
    {
        get
        {
            int saturated = 0;
            foreach (double value in Values.Span)
            {
                saturated += SignalConversion.IsSaturated(Kind, value) ? 1 : 0;
            }

            return saturated;
        }
    }

    /// <summary>The same as attacks take them: records x models x views, records in the order given.</summary>
    internal ShadowSignals ToSignals(int[]? order)
    {
        var values = new double[Values.Length];
        ReadOnlySpan<double> span = Values.Span;
        int next = 0;
        for (int r = 0; r < Records; r++)
        {
            int record = order?[r] ?? r;
            for (int m = 0; m < Models; m++)
            {
                for (int v = 0; v < Views; v++)
                {
                    values[next++] = SignalConversion.Of(Kind, span[(((m * Records) + record) * Views) + v]);
                }
            }
        }

        return new ShadowSignals(SignalConversion.Scale(Kind), Records, Models, Views, values);
    }
}
