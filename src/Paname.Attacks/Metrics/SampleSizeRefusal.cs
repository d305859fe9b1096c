namespace Paname.Attacks.Metrics;

/// <summary>Why the records are too few for a claim.</summary>
public enum SampleSizeRefusalKind
{
    /// <summary>The bounds do not hold their error rate at this size.</summary>
    TooFewToCompute,

    /// <summary>The bounds can be printed, but no verdict may rest on them.</summary>
    TooFewForVerdict,

    /// <summary>Even a model without any leak would fail to pass more often than not.</summary>
    LowPower,
}

/// <summary>A claim that these records cannot settle, and how many could.</summary>
/// <param name="Kind">The first rule that refuses.</param>
/// <param name="RequiredPerSide">Members, and as many non-members, from which no rule refuses (groups where records come in groups); <see cref="int.MaxValue"/> when no number does.</param>
/// <param name="Reason">One sentence for a person, without a final full stop.</param>
public sealed record SampleSizeRefusal(SampleSizeRefusalKind Kind, int RequiredPerSide, string Reason);
