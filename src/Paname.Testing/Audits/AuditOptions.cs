using Paname.Attacks.Membership;

namespace Paname.Testing;

/// <summary>Options of one audit.</summary>
public sealed record AuditOptions
{
    /// <summary>The seed; <see langword="null"/> (default) takes the assembly's <see cref="PanameSeedAttribute"/>, else the environment variable
    /// PANAME_SEED, else 1.</summary>
    public int? Seed { get; init; }

    /// <summary>How much is run; default <see cref="AttackTier.Smoke"/>: seconds, no shadow models.</summary>
    public AttackTier Tier { get; init; } = AttackTier.Smoke;

    /// <summary>Whether the controls run, without which an attack that finds nothing proves little; <see langword="null"/> (default): from <see cref="AttackTier.Standard"/>
    /// on. Switching them off is printed.</summary>
    public bool? Controls { get; init; }

    /// <summary>The time there is for the audit, above 0; default <see langword="null"/>: as long as it takes. Shadow models are trained within three quarters of what
    /// scoring the records leaves; attacks start in the order of their set. One that does not fit is listed as not run, and counts in Holm's correction all the same.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Zero or less.</exception>
    public TimeSpan? TimeBudget
    {
        get;
        init => field = value is not { } time || time > TimeSpan.Zero
            ? value
            : throw new ArgumentOutOfRangeException(nameof(TimeBudget), "TimeBudget must be above 0; leave it out for as long as it takes.");
    }

    /// <summary>Set it once the label map was checked by hand: a model less accurate than always answering the commonest class then raises no alarm.
    /// Default <see langword="false"/>.</summary>
    public bool LabelMapConfirmed { get; init; }

    /// <summary>Told how far the audit has come; default <see langword="null"/>.</summary>
    public IProgress<AuditProgress>? Progress { get; init; }

    /// <summary>Stops the audit; default none.</summary>
    public CancellationToken CancellationToken { get; init; }

    /// <summary>Other attacks than the tier's; for tests.</summary>
    internal AttackSet? Set { get; init; }

    /// <summary>Measures the time budget.</summary>
    internal TimeProvider Clock { get; init; } = TimeProvider.System;
}
