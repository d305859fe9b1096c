using Paname.Attacks.Data;

namespace Paname.Onnx.Inputs;

/// <summary>The axes of an image record.</summary>
internal readonly record struct ImageGeometry(int Height, int Width, int Channels)
{
    internal int Area => Height * Width;

    internal static ImageGeometry Of(RecordField field, OnnxImageInput image, string model)
    {
        IReadOnlyList<int> shape = field.Shape;
        ImageGeometry geometry = shape.Count switch
        {
            2 => new ImageGeometry(shape[0], shape[1], 1),
            3 when image.RecordLayout == OnnxImageLayout.ChannelsFirst => new ImageGeometry(shape[1], shape[2], shape[0]),
            3 => new ImageGeometry(shape[0], shape[1], shape[2]),
            _ => throw new PanameDataException($"{model}: field '{field.Name}' has shape [{string.Join(',', shape)}], which is no image of height, width and channels. Give records with 2 or 3 axes, or leave Image unset."),
        };
        foreach (int? count in new[] { image.Mean?.Count, image.StandardDeviation?.Count })
        {
            if (count is { } declared && declared != geometry.Channels)
            {
                throw new PanameDataException($"{model}: Image declares statistics for {declared} channels, but field '{field.Name}' has {geometry.Channels} under {image.RecordLayout}. Correct RecordLayout, Mean or StandardDeviation.");
            }
        }

        return geometry;
    }

    /// <summary>The axes the model sees.</summary>
    internal int[] ModelShape(OnnxImageLayout layout) => layout == OnnxImageLayout.ChannelsFirst ? [Channels, Height, Width] : [Height, Width, Channels];
}
