namespace Paname.Testing;

/// <summary>The time budget of an audit, running since it was made. Whether work still fits is decided before any of its scores is seen.</summary>
internal sealed class TimeLeft(TimeSpan? budget, TimeProvider clock)
{
    // The rest is for attacks and controls.
    private const double ForShadows = .75;

    private readonly long _start = clock.GetTimestamp();

    internal bool IsLimited => budget is not null;

    internal bool IsUp => Left <= TimeSpan.Zero;

    /// <summary>The time since it was made.</summary>
    internal TimeSpan Elapsed => clock.GetElapsedTime(_start);

    /// <summary>What shadow models may take; null for as long as they need.</summary>
    internal TimeSpan? ForShadowModels => ForShadows * Left;

    /// <summary>Why work that no longer fitted was not done.</summary>
    internal string Reason => FormattableString.Invariant($"the time budget of {budget?.TotalSeconds:0.######} s was used up");

    private TimeSpan? Left => budget - Elapsed;

    /// <summary>A token that ends with the caller's or with the budget.</summary>
    internal TimeLimit Limit(CancellationToken outer) => new(Left, clock, outer);
}
