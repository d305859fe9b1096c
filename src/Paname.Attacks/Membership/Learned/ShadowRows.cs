using MathNet.Numerics.Random;
using Paname.Attacks.Data;
using Paname.Attacks.Learning;
using Paname.Attacks.Shadows;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Membership;

/// <summary>Audited records as shadow models see them, each row with its class and whether the model was trained on it.</summary>
internal sealed class ShadowRows
{
    private readonly ShadowObservations _shadows;
    private readonly IReadOnlyList<TargetOutputs> _outputs;
    private readonly (int Model, int Record)[] _rows;

    private ShadowRows(ShadowObservations shadows, (int Model, int Record)[] rows)
    {
        _shadows = shadows;
        _outputs = shadows.Outputs!;
        _rows = rows;
    }

    internal int Count => _rows.Length;

    /// <summary>Why there are no rows for an attacker, or <see langword="null"/>.</summary>
    internal static string? Unavailable(AttackerView view)
        => view.Shadows is not { } shadows ? "needs shadow models" : shadows.Outputs ? null : "needs all outputs of the shadow models, not one signal";

    /// <summary>All pairs of model and record, or a part drawn by the seed.</summary>
    internal static ShadowRows Draw(MembershipObservations observations, int most, int seed)
    {
        if (observations.Shadows is not { Outputs: { } outputs } shadows || outputs.Count != shadows.Inclusion.Models)
        {
            throw new PanameDataException("There must be the outputs of every shadow model.");
        }

        for (int m = 0; m < outputs.Count; m++)
        {
            if (outputs[m].Kind != observations.Outputs.Kind || outputs[m].Classes != observations.Outputs.Classes || outputs[m].Count != observations.Outputs.Count)
            {
                throw new PanameDataException(FormattableString.Invariant($"The outputs of shadow model {m + 1} differ from the target's in kind, classes or number of records."));
            }
        }

        int records = observations.Outputs.Count;
        int[] all = [.. Enumerable.Range(0, checked(outputs.Count * records))];
        if (all.Length > most)
        {
            new MersenneTwister(seed, threadSafe: false).Shuffle(all);
            Array.Resize(ref all, most);
            Array.Sort(all);
        }

        return new ShadowRows(shadows, Array.ConvertAll(all, at => (at / records, at % records)));
    }

    internal bool IsMember(int row) => _shadows.Inclusion[_rows[row].Model, _rows[row].Record];

    internal int RecordOf(int row) => _rows[row].Record;

    internal FeatureTable Table(OutputFeatures features, ReadOnlySpan<int> labels, IReadOnlyList<int> rows)
    {
        int width = features.Width(_outputs[0]);
        var values = new double[checked(rows.Count * width)];
        for (int i = 0; i < rows.Count; i++)
        {
            (int model, int record) = _rows[rows[i]];
            features.Write(_outputs[model], labels, record, values.AsSpan(i * width, width));
        }

        return new FeatureTable(rows.Count, width, values);
    }
}
