using Paname.Attacks.Data;

namespace Paname.Attacks.Shadows;

/// <summary>How shadow models are trained. Every property has a default.</summary>
public sealed record ShadowOptions
{
    /// <summary>How many models are trained: 2 to 4,096, an even number when <see cref="ShadowKind.Online"/>. Default 16. Ignored when a <see cref="Plan"/> is given.</summary>
    public int Count { get; init; } = 16;

    /// <summary>What they are trained on. Default <see cref="ShadowKind.Online"/>: halves of the audited records. Ignored when a <see cref="Plan"/> is given.</summary>
    public ShadowKind Kind { get; init; } = ShadowKind.Online;

    /// <summary>Records from the source of the audited ones, neither audited nor in the target's training set: what offline models are trained on, and what attacks that compare with a
    /// population (RMIA) score. Default <see langword="null"/>: none, which online models allow.</summary>
    public LabelledRecords? Population { get; init; }

    /// <summary>The share of <see cref="Population"/> each offline model is trained on, above 0 and below 1. Default 0.5. Best is a share of as many records as the target was trained on.</summary>
    public double PopulationShare { get; init; } = 0.5;

    /// <summary>Whether trained models are kept on disk, and taken from there when nothing that decides them has changed. Default <see langword="true"/>.</summary>
    /// <remarks>The files hold weights, and so traces of the records they were trained on: guard the folder as you guard the model. On Unix it and its files are the user's alone.
    /// Models that were not used for 30 days are deleted when the folder is next used.</remarks>
    public bool Cache { get; init; } = true;

    /// <summary>Where trained models are kept. Default <see langword="null"/>: the folder shadows in the one the environment variable PANAME_CACHE names, else in the user's cache folder
    /// (XDG_CACHE_HOME or ~/.cache, ~/Library/Caches, %LOCALAPPDATA%) under paname. PANAME_CACHE=off keeps nothing.</summary>
    public string? CacheFolder { get; init; }

    /// <summary>Which model is trained on what. Default <see langword="null"/>: drawn from <see cref="Count"/>, <see cref="Kind"/> and the audit's seed.</summary>
    public ShadowPlan? Plan { get; init; }

    /// <summary>Measures the budget and the age of files.</summary>
    internal TimeProvider Time { get; init; } = TimeProvider.System;

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Count, 2, nameof(Count));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Count, 4096, nameof(Count));
        CheckShare(PopulationShare, nameof(PopulationShare));
        if (Kind is not (ShadowKind.Online or ShadowKind.Offline))
        {
            throw new ArgumentOutOfRangeException(nameof(Kind), Kind, "Kind is Online or Offline.");
        }

        if (Plan is null && Kind == ShadowKind.Online && Count % 2 != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(Count), Count, "Online shadow models are trained in complementary pairs: Count is even.");
        }

        if ((Plan?.Kind ?? Kind) == ShadowKind.Offline && Population is null)
        {
            throw new ArgumentException("Offline shadow models are trained on population records: set Population.", nameof(Population));
        }

        if (CacheFolder is { Length: 0 })
        {
            throw new ArgumentException("CacheFolder is empty: name a folder, or set Cache to false.", nameof(CacheFolder));
        }
    }

    internal static void CheckShare(double share, string name)
    {
        if (!(share > 0 && share < 1))
        {
            throw new ArgumentOutOfRangeException(name, share, "The share of the population lies above 0 and below 1.");
        }
    }
}
