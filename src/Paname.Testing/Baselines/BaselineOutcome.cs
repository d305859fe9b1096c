namespace Paname.Testing;

/// <summary>What a comparison with a baseline says.</summary>
public enum BaselineOutcome
{
    /// <summary>Neither worse nor better beyond what records and training seeds explain.</summary>
    Same,

    /// <summary>Leaks less: proposes a new baseline; the test passes.</summary>
    Better,

    /// <summary>Leaks more: the test fails.</summary>
    Worse,

    /// <summary>A worsening of the margin could not be seen four times in five: the test fails.</summary>
    Inconclusive,

    /// <summary>There is no baseline: the test fails, and a received file waits to be accepted.</summary>
    Missing,

    /// <summary>What is measured changed (metrics, attacks, attack set, seed, margin): the test fails until the change is accepted.</summary>
    Changed,

    /// <summary>The file cannot be read or contradicts itself: the test fails.</summary>
    Unreadable,
}
