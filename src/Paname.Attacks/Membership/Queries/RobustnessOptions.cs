namespace Paname.Attacks.Membership;

/// <summary>How <see cref="QueryAttacks.Robustness"/> changes records. By default images (one field of shape [H, W], [C, H, W] or [H, W, C] with 1, 3 or 4 channels, 4 x 4 pixels at least)
/// are moved and turned, and all other records get noise.</summary>
public sealed record RobustnessOptions
{
    /// <summary>The changes, one query per record each; a random one may be listed several times and is drawn anew. Default <see langword="null"/>: made from the options below by the records' shape.</summary>
    public IReadOnlyList<IRecordTransform>? Transforms { get; init; }

    /// <summary>Standard deviations of Gaussian noise, in units of each feature's own. Positive; default .1, .2, .4 and .8.</summary>
    public IReadOnlyList<double> NoiseLevels { get; init; } = [.1, .2, .4, .8];

    /// <summary>How many noisy copies are made at each level. 1 to 10,000; default 10.</summary>
    public int NoiseRepeats { get; init; } = 10;

    /// <summary>The probability with which a feature that is always 0 or 1 changes to the other value, in place of noise; 0 leaves such features alone, <see langword="null"/> gives them noise too.
    /// 0 to 1; default .05. Features of one category (one-hot) change independently.</summary>
    public double? BinaryFlip { get; init; } = .05;

    /// <summary>How far images are moved, in pixels: all shifts by i rows and j columns with |i| + |j| equal to it. 0 (none) to 16; default 1: four shifts.</summary>
    public int Shift { get; init; } = 1;

    /// <summary>How far images are turned to either side, in degrees. 0 (not) to 45; default 4.</summary>
    public double Rotation { get; init; } = 4;

    /// <summary>Mirrors images left to right as well; only where that keeps their class. Default: off.</summary>
    public bool Mirror { get; init; }

    /// <summary>How many members, and how many non-members, are asked about: drawn at random, whatever the target says of them. The others are not judged.
    /// At least 1; default <see langword="null"/>: all records.</summary>
    public int? MaxRecordsPerSide { get; init; }

    internal void Check()
    {
        OptionRange.Require(Transforms is null or { Count: > 0 }, nameof(Transforms), "holds at least one change, or is left out");
        OptionRange.Require(NoiseLevels is { Count: > 0 } && NoiseLevels.All(level => level > 0 && double.IsFinite(level)), nameof(NoiseLevels), "holds positive numbers, at least one");
        OptionRange.Require(NoiseRepeats is >= 1 and <= 10_000, nameof(NoiseRepeats), "is 1 to 10,000");
        OptionRange.Require(BinaryFlip is null or (>= 0 and <= 1), nameof(BinaryFlip), "is 0 to 1");
        OptionRange.Require(Shift is >= 0 and <= 16, nameof(Shift), "is 0 to 16");
        OptionRange.Require(Rotation is >= 0 and <= 45, nameof(Rotation), "is 0 to 45");
        OptionRange.Require(Transforms is not null || Shift > 0 || Rotation > 0 || Mirror, nameof(Shift), "leaves no change of images: with Rotation 0 it is above 0, unless Mirror is on");
        OptionRange.Require(MaxRecordsPerSide is null or >= 1, nameof(MaxRecordsPerSide), "is at least 1");
    }
}
