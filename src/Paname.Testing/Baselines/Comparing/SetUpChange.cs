namespace Paname.Testing;

/// <summary>Something measured otherwise than in the baseline; a side that lacks it is null.</summary>
/// <param name="What">What changed: "seed", "metric Loss auc".</param>
/// <param name="Old">How it stands in the baseline.</param>
/// <param name="New">How it is now.</param>
internal sealed record SetUpChange(string What, string? Old, string? New)
{
    /// <summary>Whether numbers stay comparable: only what is judged changed, not what is measured.</summary>
    internal bool KeepsNumbers { get; init; }

    public override string ToString() => $"{What}: {Old ?? "absent"} -> {New ?? "absent"}";
}
