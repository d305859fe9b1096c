using Paname.Attacks.Data;
using Paname.Attacks.Signals;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Membership;

/// <summary>Asks a target about records that are not the audited ones, counts what it asked, and lets no two attacks ask one target at a time.</summary>
internal sealed class TargetQueries(IClassifier target, CancellationToken cancellationToken)
{
    /// <summary>How many records were asked about so far.</summary>
    internal long Asked { get; private set; }

    /// <summary>The target's outputs, checked.</summary>
    /// <param name="records">Changed copies of audited records.</param>
    /// <param name="original">The zero-based index of the audited record behind each, for messages.</param>
    internal TargetOutputs Ask(Records records, Func<int, int> original)
    {
        var outputs = new double[checked(records.Count * TargetOutputs.WidthOf(target.OutputKind, target.Classes))];
        lock (TargetGate.Of(target))
        {
            ClassifierScorer.Score(target, records, outputs, null, cancellationToken);
        }

        Asked += records.Count;
        return new TargetOutputs(target.OutputKind, target.Classes, outputs, row => FormattableString.Invariant($"a changed copy of audited record {original(row) + 1}"));
    }

    /// <summary>The class an output speaks for, the lowest of equals.</summary>
    internal static int Predicted(TargetOutputs outputs, int record)
    {
        ReadOnlySpan<double> row = outputs.Row(record);
        return outputs.Kind == OutputKind.LabelsOnly ? (int)row[0] : LogOdds.ArgMax(row);
    }
}
