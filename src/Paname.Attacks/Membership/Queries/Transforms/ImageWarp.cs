using Paname.Attacks.Data;

namespace Paname.Attacks.Membership;

/// <summary>Takes each pixel from another place of the image, between pixels by bilinear interpolation.</summary>
internal sealed class ImageWarp(string name, Func<int, int, int, int, (double Row, double Column)> source) : IRecordTransform
{
    public string Name => name;

    public string? Unavailable(Records records) => ImageLayout.Of(records) is null ? "needs images: one field of shape [H, W], [C, H, W] or [H, W, C]" : null;

    public Records Apply(Records records, FeatureSpread spread, ReadOnlySpan<int> seeds)
    {
        ImageLayout layout = ImageLayout.Of(records) ?? throw new PanameDataException($"The change '{name}' {Unavailable(records)}.");
        FeatureMatrix matrix = FeatureMatrix.Of(records);
        var rows = new double[matrix.Values.Length];
        for (int row = 0; row < layout.Height; row++)
        {
            for (int column = 0; column < layout.Width; column++)
            {
                (double fromRow, double fromColumn) = source(row, column, layout.Height, layout.Width);
                (int top, int bottom, double down) = Between(fromRow, layout.Height);
                (int left, int right, double across) = Between(fromColumn, layout.Width);
                for (int channel = 0; channel < layout.Channels; channel++)
                {
                    int target = layout.Index(row, column, channel);
                    for (int i = 0; i < matrix.Count; i++)
                    {
                        ReadOnlySpan<double> image = matrix.Row(i);
                        rows[(i * matrix.Width) + target] = double.Lerp(
                            double.Lerp(image[layout.Index(top, left, channel)], image[layout.Index(top, right, channel)], across),
                            double.Lerp(image[layout.Index(bottom, left, channel)], image[layout.Index(bottom, right, channel)], across),
                            down);
                    }
                }
            }
        }

        return matrix.ToRecords(rows);
    }

    private static (int Before, int After, double Share) Between(double position, int size)
    {
        double clamped = Math.Clamp(position, 0, size - 1);
        int before = (int)clamped;
        return (before, Math.Min(before + 1, size - 1), clamped - before);
    }
}
