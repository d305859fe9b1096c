namespace Paname.Testing;

/// <summary>What its owner asks for when accepting a run.</summary>
public sealed record AcceptRequest
{
    /// <summary>Why; stored in the baseline. Needed for worse values, a new anchor, a changed set-up and a model without fingerprint; default <see langword="null"/>.</summary>
    public string? Reason { get; init; }

    /// <summary>Lifts the anchor, against which slow creep is held, to what is accepted; default <see langword="false"/>.</summary>
    public bool NewAnchor { get; init; }

    /// <summary>Adds the run to the baseline as one more training of the same recipe, instead of replacing it; where there is no baseline, begins one with it. Default <see langword="false"/>.</summary>
    public bool Retraining { get; init; }
}
