namespace Paname.Attacks.Metrics;

/// <summary>Options of a lower bound of epsilon.</summary>
public sealed record EpsilonOptions
{
    /// <summary>How it was decided which records the training saw. Default <see cref="Inclusion.NotRandomised"/>: empirical, not a DP bound.</summary>
    public Inclusion Inclusion { get; init; }

    /// <summary>The method; <see langword="null"/> (default) takes <see cref="EpsilonMethod.OneRun"/> with fair coins and <see cref="EpsilonMethod.ClopperPearson"/> otherwise.
    /// One-run methods need fair coins.</summary>
    public EpsilonMethod? Method { get; init; }

    /// <summary>Error rate of the bound, above 0 and at most 0.5; default 0.05.</summary>
    public double Level { get; init; } = 0.05;

    /// <summary>Where the threshold comes from; default <see cref="EpsilonThresholds.Ranks"/>. Without effect on one-run methods, see <see cref="Guesses"/>.</summary>
    public EpsilonThresholds Thresholds { get; init; }

    /// <summary>The threshold for <see cref="EpsilonThresholds.Fixed"/>: a record is called a member when its score is at least this. Not NaN; default 0.</summary>
    public double Threshold { get; init; }

    /// <summary>Share of each side's records on which <see cref="EpsilonThresholds.Split"/> chooses, strictly between 0 and 1; default 0.5.</summary>
    public double SplitShare { get; init; } = 0.5;

    /// <summary>Whether TNR / FNR counts beside TPR / FPR; both rest on the same two limits, so it costs nothing. Default <see langword="true"/>.</summary>
    public bool BothDirections { get; init; } = true;

    /// <summary>Whether the score with its sign turned counts too, for a score whose direction is not known beforehand; each sign then gets half of the level, so each
    /// of the four limits a quarter. Default <see langword="false"/>. Without effect on one-run methods.</summary>
    public bool SignUnknown { get; init; }

    /// <summary>
    /// The numbers of guesses a one-run method tries, stated before any score; the level is shared among them. Empty (default): halves, quarters, eighths, ... of
    /// the records down to 8, guessed to be members alone and with as many non-members.
    /// </summary>
    public IReadOnlyList<GuessCount> Guesses { get; init; } = [];

    /// <summary>Seed for splitting, for drawing one record per group, and for the order of equal scores in one-run methods; default 1.</summary>
    public int Seed { get; init; } = 1;
}
