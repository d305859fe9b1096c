using Paname.Attacks.Data;
using Paname.Attacks.Data.Arrays;

namespace Paname.Attacks.Shadows;

/// <summary>Signals, masks and flags from arrays of files.</summary>
internal static class SignalFileReading
{
    internal static SignalShadows Read(ShadowSignalKind kind, ShadowSignalFiles files, Func<string, ArrayData> read)
    {
        ArrayData shadows = read(files.Shadows);
        if (shadows.Shape.Length is not (2 or 3) || shadows.Length == 0)
        {
            throw new PanameDataException($"{shadows.Name} has shape {shadows.ShapeText}; [models, records] or [models, records, views] is needed.");
        }

        InclusionMask inclusion = Mask(read(files.Inclusion));
        if (shadows.Shape[0] != inclusion.Models || shadows.Shape[1] != inclusion.Records)
        {
            throw new PanameDataException(FormattableString.Invariant($"{shadows.Name} has shape {shadows.ShapeText}, and the inclusion mask is of {inclusion.Models} models and {inclusion.Records} records."));
        }

        int views = shadows.Shape.Length == 3 ? shadows.Shape[2] : 1;
        var options = new ShadowSignalOptions
        {
            Views = views,
            Member = files.Member is { } member ? Flags(Row(read(member))) : null,
            Target = files.Target is { } target ? (ReadOnlyMemory<double>?)Values(Row(read(target), views)) : null,
            PopulationTarget = files.PopulationTarget is { } onTarget ? (ReadOnlyMemory<double>?)Values(Row(read(onTarget), views)) : null,
            PopulationShadows = files.PopulationShadows is { } onShadows ? (ReadOnlyMemory<double>?)Values(PopulationOf(read(onShadows), shadows)) : null,
            PopulationInclusion = files.PopulationInclusion is { } mask ? Mask(read(mask)) : null,
        };
        return Named.In(shadows.Name, () => new SignalShadows(kind, Values(shadows), inclusion, options));
    }

    private static InclusionMask Mask(ArrayData array)
        => array.Shape.Length == 2 && array.Length > 0
            ? new InclusionMask(array.Shape[0], array.Shape[1], Flags(array))
            : throw new PanameDataException($"{array.Name} has shape {array.ShapeText}; [models, records] of 0 and 1 is needed.");

    /// <summary>[records], [1, records] of a CSV line, or [records, views].</summary>
    private static ArrayData Row(ArrayData array, int views = 1)
    {
        int[] shape = array.Shape;
        bool fits = (views == 1 && shape.Length == 1) || (views == 1 && shape.Length == 2 && (shape[0] == 1 || shape[1] == 1)) || (views > 1 && shape.Length == 2 && shape[1] == views);
        return fits && array.Length > 0
            ? array
            : throw new PanameDataException(FormattableString.Invariant($"{array.Name} has shape {array.ShapeText}; one number for each record is needed, or [records, {views}] with {views} views."));
    }

    private static ArrayData PopulationOf(ArrayData array, ArrayData shadows)
        => array.Shape.Length == shadows.Shape.Length && array.Shape[0] == shadows.Shape[0] && array.Shape.AsSpan(2).SequenceEqual(shadows.Shape.AsSpan(2))
            ? array
            : throw new PanameDataException($"{array.Name} has shape {array.ShapeText}, and the audited records' signals {shadows.ShapeText}: models and views must be as many.");

    private static double[] Values(ArrayData array)
    {
        var values = new double[array.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = array.At(i);
        }

        return values;
    }

    private static bool[] Flags(ArrayData array)
    {
        var flags = new bool[array.Length];
        for (int i = 0; i < flags.Length; i++)
        {
            double value = array.At(i);
            flags[i] = value is 0 or 1 ? value == 1 : throw new PanameDataException(FormattableString.Invariant($"{array.Name}: value {i + 1} is neither 0 nor 1."));
        }

        return flags;
    }
}
