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
}
