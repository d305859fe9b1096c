namespace Paname.Attacks.Metrics.Slices;

/// <summary>What one attack shows on one slice.</summary>
/// <param name="Attack">The attack's name.</param>
/// <param name="Slice">The slice's name.</param>
/// <param name="Members">Members judged (groups of members where records come in groups).</param>
/// <param name="NonMembers">Non-members judged (groups of non-members).</param>
public sealed record SliceResult(string Attack, string Slice, int Members, int NonMembers)
{
    /// <summary>The estimate with the slice's own bounds at the level: max over slices of the upper one is the bound for "all slices are below", which needs no correction.
    /// <see langword="null"/> when the slice is too small to compute.</summary>
    public BoundedEstimate? Estimate { get; internal init; }

    /// <summary>The estimate with bounds that hold for all slices and attacks together, at the level divided by their number: the only ones to quote of a slice that was picked.</summary>
    public BoundedEstimate? Together { get; internal init; }

    /// <summary>The p-value of "the metric is below the limit", adjusted by Holm over all slices and attacks that can be computed.</summary>
    public double? AdjustedPValue { get; internal init; }

    /// <summary>Whether a leak of the limit or more is proven on this slice, together for all slices and attacks.</summary>
    public bool LeakProven { get; internal init; }

    /// <summary>Why this slice cannot settle that it is below the limit; <see langword="null"/> when it can.</summary>
    public SampleSizeRefusal? Refusal { get; internal init; }
}
