namespace Paname.Attacks.Metrics;

/// <summary>How it was decided which records the training saw; it decides what a lower bound of epsilon means.</summary>
public enum Inclusion
{
    /// <summary>By anything but independent fair coins: a split, balanced halves, the order of arrival. Bounds are empirical, not DP bounds.</summary>
    NotRandomised,

    /// <summary>Every audited record was put in or left out by its own independent fair coin, and one model was trained: the one-run bounds hold.</summary>
    FairCoins,

    /// <summary>Every score comes from a training run of its own, with or without the audited record: the bounds for two samples hold.</summary>
    IndependentRuns,
}
