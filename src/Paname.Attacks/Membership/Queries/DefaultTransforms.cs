using Paname.Attacks.Data;

namespace Paname.Attacks.Membership;

/// <summary>The changes of records that follow from their shape.</summary>
internal static class DefaultTransforms
{
    internal static IReadOnlyList<IRecordTransform> For(Records records, RobustnessOptions options)
        => ImageLayout.Of(records) is null ? Noise(options) : Image(options);

    private static IRecordTransform[] Noise(RobustnessOptions options)
        => [.. options.NoiseLevels.SelectMany(level => Enumerable.Repeat(RecordTransforms.GaussianNoise(level, options.BinaryFlip), options.NoiseRepeats))];

    private static List<IRecordTransform> Image(RobustnessOptions options)
    {
        var transforms = new List<IRecordTransform>();
        for (int rows = -options.Shift; rows <= options.Shift && options.Shift > 0; rows++)
        {
            int columns = options.Shift - Math.Abs(rows);
            transforms.Add(RecordTransforms.Shift(rows, columns));
            if (columns > 0)
            {
                transforms.Add(RecordTransforms.Shift(rows, -columns));
            }
        }

        if (options.Rotation > 0)
        {
            transforms.Add(RecordTransforms.Rotation(options.Rotation));
            transforms.Add(RecordTransforms.Rotation(-options.Rotation));
        }

        if (options.Mirror)
        {
            transforms.Add(RecordTransforms.Mirror());
        }

        return transforms;
    }
}
