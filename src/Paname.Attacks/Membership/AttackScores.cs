using Paname.Attacks.Data;
using Paname.Attacks.Metrics;

namespace Paname.Attacks.Membership;

/// <summary>What an attack found: a score for each record it looked at, and what a reader must know about them.</summary>
public sealed class AttackScores
{
    /// <summary>Wraps scores without copying them.</summary>
    /// <param name="values">One per audited record, members first, higher = member. NaN only for records that <see cref="Judged"/> leaves out.</param>
    public AttackScores(double[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        Values = values;
    }

    /// <summary>One per audited record, members first, higher = member.</summary>
    public ReadOnlyMemory<double> Values { get; }

    /// <summary>The records that bounds and verdicts may rest on, ascending; default <see langword="null"/>: all of them. An attack that was fitted to audited records names the half
    /// that it was not fitted to; one with a query budget the records it asked about. The choice must not depend on any output of the model.</summary>
    public IReadOnlyList<int>? Judged { get; init; }

    /// <summary>How the attack was run, one clause each without a final full stop, such as "variance pooled over records, with fewer than 64 models"; default none.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The scores that bounds and verdicts may rest on, those of <see cref="Judged"/>, as metrics take them: <c>Auc.Estimate(scores.Sample(observations))</c>.</summary>
    /// <param name="observations">The observations that were scored; their groups are kept.</param>
    /// <returns>Scores of members and of non-members.</returns>
    /// <exception cref="PanameDataException">The judged records are all members or all non-members, or a score of one is NaN.</exception>
    /// <exception cref="ArgumentException">There are more or fewer records than scores.</exception>
    public ScoreSample Sample(MembershipObservations observations)
    {
        ArgumentNullException.ThrowIfNull(observations);
        if (observations.Outputs.Count != Values.Length)
        {
            throw new ArgumentException(FormattableString.Invariant($"{Values.Length} scores are not of these {observations.Outputs.Count} records."), nameof(observations));
        }

        int[] judged = [.. Judged ?? Enumerable.Range(0, Values.Length)];
        return JudgedSample.Of(Array.ConvertAll(judged, record => Values.Span[record]), judged, observations.Members, observations.Groups);
    }
}
