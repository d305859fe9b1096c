using Paname.Attacks.Metrics;

namespace Paname.Testing;

/// <summary>An attack's estimate of a metric.</summary>
/// <param name="Attack">The attack's name.</param>
/// <param name="Estimate">The estimate with one-sided 95 % bounds.</param>
public sealed record AttackEstimate(string Attack, BoundedEstimate Estimate)
{
    private readonly BoundedEstimate? _adjusted;

    /// <summary>Among how many attacks this one was chosen by looking at their estimates; 1 when it was not.</summary>
    public int ChosenAmong { get; init; } = 1;

    /// <summary>The estimate with bounds that allow for the choice: each at 5 % divided by <see cref="ChosenAmong"/>, the first step of Holm's correction, so that they hold
    /// for all of the attacks at once. Equal to <see cref="Estimate"/> when there was no choice.</summary>
    public BoundedEstimate Adjusted
    {
        get => _adjusted ?? Estimate;
        init => _adjusted = value;
    }
}
