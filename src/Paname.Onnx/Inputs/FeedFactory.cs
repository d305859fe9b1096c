using System.Numerics;
using Microsoft.ML.OnnxRuntime.Tensors;
using Paname.Attacks.Data;

namespace Paname.Onnx.Inputs;

/// <summary>Matches the type of a field with the type of an input.</summary>
internal static class FeedFactory
{
    /// <param name="input">The input to feed.</param>
    /// <param name="field">Its values.</param>
    /// <param name="column">The column of the field, or <see langword="null"/> for all.</param>
    /// <param name="image">Scaling of images.</param>
    /// <param name="offset">Records before the field's first one, for messages.</param>
    internal static InputFeed Create(ModelInput input, RecordField field, int? column, OnnxImageInput? image, int offset = 0)
    {
        if (image is not null && column is null && field is not RecordField<string>)
        {
            return Image(input, field, image);
        }

        string source = column is { } index ? $"column '{field.Columns![index]}'" : $"field '{field.Name}'";
        long[] shape = input.Fit(column is null ? field.Shape : [], source);
        return field switch
        {
            RecordField<string> text => input.Element == TensorElementType.String
                ? new TextFeed(text, column, shape)
                : throw Mismatch(input, source, "text", "Map the text to the numbers the model was trained on, or export the model with its encoder and a text input."),
            _ when input.Element == TensorElementType.String
                => throw Mismatch(input, source, "numbers", "Read the column as text; numbers are never turned into text."),
            RecordField<byte> { Shape.Count: > 1 } when column is null && input.Element != TensorElementType.UInt8
                => throw Mismatch(input, source, "bytes of several axes, an image", "Say how pixels are scaled with OnnxClassifierOptions.Image (Scale = 1 to leave them as they are)."),
            RecordField<float> numbers => Numbers(input, numbers, column, shape, offset),
            RecordField<double> numbers => Numbers(input, numbers, column, shape, offset),
            RecordField<long> numbers => Numbers(input, numbers, column, shape, offset),
            RecordField<byte> numbers => Numbers(input, numbers, column, shape, offset),
            _ => throw Mismatch(input, source, field.ElementType.Name, "Give float, double, long, byte or text."),
        };
    }

    private static InputFeed Numbers<T>(ModelInput input, RecordField<T> field, int? column, long[] shape, int offset)
        where T : struct, INumber<T>
        => input.Element switch
        {
            TensorElementType.Float => new TensorFeed<float>(new FieldSource<T, float>(input, field, column, offset), shape),
            TensorElementType.Double => new TensorFeed<double>(new FieldSource<T, double>(input, field, column, offset), shape),
            TensorElementType.Int64 => new TensorFeed<long>(new FieldSource<T, long>(input, field, column, offset), shape),
            TensorElementType.Int32 => new TensorFeed<int>(new FieldSource<T, int>(input, field, column, offset), shape),
            TensorElementType.UInt8 => new TensorFeed<byte>(new FieldSource<T, byte>(input, field, column, offset), shape),
            TensorElementType.Bool => new TensorFeed<bool>(new FlagSource(input, new FieldSource<T, byte>(input, field, column, offset), offset), shape),
            _ => throw new PanameDataException($"{input.Model}: {input.Title} has a type that records cannot fill; supported are float, double, int64, int32, uint8, bool and string. Export the model with such an input."),
        };

    private static TensorFeed<float> Image(ModelInput input, RecordField field, OnnxImageInput image)
    {
        if (input.Element != TensorElementType.Float)
        {
            throw new PanameDataException($"{input.Model}: {input.Title} is not float, so scaled pixels do not fit it. Leave Image unset.");
        }

        var geometry = ImageGeometry.Of(field, image, input.Model);
        long[] shape = input.Fit(geometry.ModelShape(image.ModelLayout), $"field '{field.Name}' under Image.ModelLayout {image.ModelLayout}");
        return field switch
        {
            RecordField<byte> pixels => new TensorFeed<float>(new ImageSource<byte>(pixels, geometry, image), shape),
            RecordField<float> pixels => new TensorFeed<float>(new ImageSource<float>(pixels, geometry, image), shape),
            RecordField<double> pixels => new TensorFeed<float>(new ImageSource<double>(pixels, geometry, image), shape),
            RecordField<long> pixels => new TensorFeed<float>(new ImageSource<long>(pixels, geometry, image), shape),
            _ => throw Mismatch(input, $"field '{field.Name}'", "no pixels", "Give pixels as numbers."),
        };
    }

    private static PanameDataException Mismatch(ModelInput input, string source, string holds, string mend)
        => new($"{input.Model}: {input.Title} cannot be fed from {source}, which holds {holds}. {mend}");
}
