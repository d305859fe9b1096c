using Paname.Attacks.Data;

namespace Paname.Attacks.Membership;

/// <summary>Where the pixels of a record lie.</summary>
/// <param name="Height">Rows.</param>
/// <param name="Width">Columns.</param>
/// <param name="Channels">Values per pixel.</param>
/// <param name="ChannelsLast">Whether the values of one pixel lie side by side.</param>
internal sealed record ImageLayout(int Height, int Width, int Channels, bool ChannelsLast)
{
    private const int Least = 4;

    /// <summary>The layout by the shape of the only field, or null when that is no image.</summary>
    internal static ImageLayout? Of(Records records)
    {
        if (records.Fields is not [{ Shape: var shape } field] || field.ElementType == typeof(string))
        {
            return null;
        }

        return shape switch
        {
            [>= Least, >= Least] => new ImageLayout(shape[0], shape[1], 1, false),
            [1 or 3 or 4, >= Least, >= Least] => new ImageLayout(shape[1], shape[2], shape[0], false),
            [>= Least, >= Least, 1 or 3 or 4] => new ImageLayout(shape[0], shape[1], shape[2], true),
            _ => null,
        };
    }

    internal int Index(int row, int column, int channel)
        => ChannelsLast ? (((row * Width) + column) * Channels) + channel : (((channel * Height) + row) * Width) + column;
}
