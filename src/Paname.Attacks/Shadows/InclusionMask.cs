using System.Numerics;
using System.Runtime.InteropServices;
using Paname.Attacks.Data;

namespace Paname.Attacks.Shadows;

/// <summary>Which shadow model was trained on which record.</summary>
public sealed class InclusionMask
{
    private readonly bool[] _trainedOn;

    /// <summary>Wraps flags without copying them; do not change them afterwards.</summary>
    /// <param name="models">How many shadow models there are, 1 at least.</param>
    /// <param name="records">How many records there are, 1 at least.</param>
    /// <param name="trainedOn">Row-major, models x records: whether the model was trained on the record.</param>
    /// <exception cref="PanameDataException">The flags are not <paramref name="models"/> x <paramref name="records"/>.</exception>
    public InclusionMask(int models, int records, bool[] trainedOn)
    {
        ArgumentNullException.ThrowIfNull(trainedOn);
        ArgumentOutOfRangeException.ThrowIfLessThan(models, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(records, 1);
        if (trainedOn.Length != (long)models * records)
        {
            throw new PanameDataException(FormattableString.Invariant($"An inclusion mask of {models} models and {records} records needs {(long)models * records} flags, not {trainedOn.Length}."));
        }

        Models = models;
        Records = records;
        _trainedOn = trainedOn;
    }

    /// <summary>How many shadow models there are.</summary>
    public int Models { get; }

    /// <summary>How many records there are.</summary>
    public int Records { get; }

    /// <summary>Whether a model was trained on a record.</summary>
    /// <param name="model">Zero-based.</param>
    /// <param name="record">Zero-based.</param>
    public bool this[int model, int record] => Of(model)[record];

    /// <summary>The flags of one model.</summary>
    /// <param name="model">Zero-based.</param>
    /// <returns>A view of <see cref="Records"/> flags.</returns>
    public ReadOnlySpan<bool> Of(int model) => _trainedOn.AsSpan(model * Records, Records);

    /// <summary>The mask of some of the models and some of the records, in the order given.</summary>
    /// <param name="models">Zero-based indices of models.</param>
    /// <param name="records">Zero-based indices of records.</param>
    /// <returns>A new mask.</returns>
    public InclusionMask Select(ReadOnlySpan<int> models, ReadOnlySpan<int> records)
    {
        var selected = new bool[checked(models.Length * records.Length)];
        for (int m = 0; m < models.Length; m++)
        {
            ReadOnlySpan<bool> flags = Of(models[m]);
            for (int r = 0; r < records.Length; r++)
            {
                selected[(m * records.Length) + r] = flags[records[r]];
            }
        }

        return new InclusionMask(models.Length, records.Length, selected);
    }

    /// <summary>For each record, how many models were trained on it.</summary>
    /// <returns>One count per record.</returns>
    public int[] CountIn()
    {
        var counts = new int[Records];
        var sums = new byte[Records];
        for (int first = 0; first < Models; first += byte.MaxValue)
        {
            int end = Math.Min(Models, first + byte.MaxValue);
            for (int model = first; model < end; model++)
            {
                AddTo(sums, MemoryMarshal.AsBytes(Of(model)));
            }

            for (int record = 0; record < sums.Length; record++)
            {
                counts[record] += sums[record];
            }

            sums.AsSpan().Clear();
        }

        return counts;
    }

    // Bytes, so that many records are counted at once: any number of models that fits a byte at a time.
    private static void AddTo(Span<byte> sums, ReadOnlySpan<byte> flags)
    {
        int record = 0;
        for (; record <= sums.Length - Vector<byte>.Count; record += Vector<byte>.Count)
        {
            Vector<byte> absent = Vector.Equals(new Vector<byte>(flags[record..]), Vector<byte>.Zero);
            (new Vector<byte>(sums[record..]) + Vector<byte>.One + absent).CopyTo(sums[record..]);
        }

        for (; record < sums.Length; record++)
        {
            sums[record] += flags[record] == 0 ? (byte)0 : (byte)1;
        }
    }
}
