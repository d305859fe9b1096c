using Paname.Attacks.Data;

namespace Paname.Attacks.Membership;

/// <summary>The changes of records that come with the library. Images are records of one field of shape [H, W], [C, H, W] or [H, W, C] with 1, 3 or 4 channels, of 4 x 4 pixels at least;
/// what moves in from beyond an edge repeats the pixel at the edge.</summary>
public static class RecordTransforms
{
    /// <summary>Adds independent Gaussian noise to every feature that varies.</summary>
    /// <param name="level">Its standard deviation in units of each feature's own; positive.</param>
    /// <param name="binaryFlip">The probability with which features that are always 0 or 1 change to the other value in place of noise, 0 to 1; <see langword="null"/>: they get noise too.</param>
    /// <returns>The change; random.</returns>
    public static IRecordTransform GaussianNoise(double level, double? binaryFlip = null)
    {
        OptionRange.Require(level > 0 && double.IsFinite(level), nameof(level), "is a positive number");
        OptionRange.Require(binaryFlip is null or (>= 0 and <= 1), nameof(binaryFlip), "is 0 to 1");
        return new NoiseTransform(level, binaryFlip);
    }

    /// <summary>Moves images.</summary>
    /// <param name="rows">Pixels down; negative is up.</param>
    /// <param name="columns">Pixels to the right; negative is to the left.</param>
    /// <returns>The change.</returns>
    public static IRecordTransform Shift(int rows, int columns)
        => new ImageWarp(FormattableString.Invariant($"shift by ({rows}, {columns}) pixels"), (row, column, _, _) => (row - rows, column - columns));

    /// <summary>Turns images about their centre, with bilinear interpolation.</summary>
    /// <param name="degrees">Counter-clockwise; -180 to 180.</param>
    /// <returns>The change.</returns>
    public static IRecordTransform Rotation(double degrees)
    {
        OptionRange.Require(degrees is >= -180 and <= 180, nameof(degrees), "is -180 to 180");
        (double sine, double cosine) = Math.SinCos(degrees * Math.PI / 180);
        return new ImageWarp(FormattableString.Invariant($"rotation by {degrees} degrees"), (row, column, height, width) =>
        {
            // Where the pixel comes from: turned back, with rows counted downwards.
            double y = row - ((height - 1) / 2d);
            double x = column - ((width - 1) / 2d);
            return ((cosine * y) + (sine * x) + ((height - 1) / 2d), (cosine * x) - (sine * y) + ((width - 1) / 2d));
        });
    }

    /// <summary>Mirrors images left to right.</summary>
    /// <returns>The change.</returns>
    public static IRecordTransform Mirror() => new ImageWarp("mirror", (row, column, _, width) => (row, width - 1 - column));
}
