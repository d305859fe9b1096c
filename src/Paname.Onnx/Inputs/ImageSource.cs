using System.Numerics;
using Paname.Attacks.Data;

namespace Paname.Onnx.Inputs;

/// <summary>Pixels, scaled per channel and laid out as the model takes them.</summary>
internal sealed class ImageSource<TPixel> : ValueSource<float>
    where TPixel : struct, INumber<TPixel>
{
    private readonly RecordField<TPixel> _field;
    private readonly ImageGeometry _geometry;
    private readonly OnnxImageInput _image;
    private readonly float[]? _byteValues;

    internal ImageSource(RecordField<TPixel> field, ImageGeometry geometry, OnnxImageInput image)
    {
        _field = field;
        _geometry = geometry;
        _image = image;
        _byteValues = typeof(TPixel) == typeof(byte)
            ? [.. Enumerable.Range(0, geometry.Channels).SelectMany(channel => Enumerable.Range(0, 256).Select(pixel => Value(pixel, channel)))]
            : null;
    }

    internal override void Fill(RecordBatch chunk, Span<float> target)
    {
        ReadOnlySpan<TPixel> pixels = chunk.Values(_field).Span;
        int area = _geometry.Area;
        int channels = _geometry.Channels;
        bool sameLayout = channels == 1 || _image.RecordLayout == _image.ModelLayout;
        bool recordPlanes = _image.RecordLayout == OnnxImageLayout.ChannelsFirst;
        for (int start = 0; start < pixels.Length; start += area * channels)
        {
            for (int i = 0; i < area * channels; i++)
            {
                (int channel, int position) = recordPlanes ? (i / area, i % area) : (i % channels, i / channels);
                int to = sameLayout ? i : recordPlanes ? (position * channels) + channel : (channel * area) + position;
                TPixel pixel = pixels[start + i];
                target[start + to] = _byteValues is { } values ? values[(channel << 8) + byte.CreateTruncating(pixel)] : Value(double.CreateSaturating(pixel), channel);
            }
        }
    }

    private float Value(double pixel, int channel)
        => (float)(((pixel * _image.Scale) - (_image.Mean?[channel] ?? 0)) / (_image.StandardDeviation?[channel] ?? 1));
}
