using Paname.Attacks.Data;
using Paname.Attacks.Targets;
using Paname.Onnx.Tests.Support;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Tests.Inputs;

public class ImageInputTests
{
    // One row of two pixels with three channels.
    private static readonly byte[] HeightWidthChannels = [0, 51, 102, 153, 204, 255];
    private static readonly byte[] ChannelsHeightWidth = [0, 153, 51, 204, 102, 255];

    public static TheoryData<bool, bool> Layouts => new() { { false, false }, { false, true }, { true, false }, { true, true } };

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Pixels_are_laid_out_and_scaled_per_channel(bool recordPlanes, bool modelPlanes)
    {
        byte[] model = Echo(modelPlanes ? [3, 1, 2] : [1, 2, 3]);
        Records records = recordPlanes ? Records.FromArray<byte>(ChannelsHeightWidth, 3, 1, 2) : Records.FromArray<byte>(HeightWidthChannels, 1, 2, 3);
        var image = new OnnxImageInput
        {
            RecordLayout = recordPlanes ? OnnxImageLayout.ChannelsFirst : OnnxImageLayout.ChannelsLast,
            ModelLayout = modelPlanes ? OnnxImageLayout.ChannelsFirst : OnnxImageLayout.ChannelsLast,
            Mean = [0, 0.2, 0],
            StandardDeviation = [1, 1, 0.5],
        };

        double[] values = Scoring.Score(model, records, new OnnxClassifierOptions { OutputKind = OutputKind.Logits, Image = image });

        double[] planes = [0, 0.6, 0, 0.6, 0.8, 2];
        double[] pixels = [0, 0, 0.8, 0.6, 0.6, 2];
        Assert.Equal(modelPlanes ? planes : pixels, values, (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void Grey_images_of_two_axes_get_their_channel()
        => Assert.Equal([0, 1, 0, 1], Scoring.Score(Echo([1, 2, 2]), Records.FromArray<byte>(new byte[] { 0, 255, 0, 255 }, 2, 2), new OnnxClassifierOptions { OutputKind = OutputKind.Logits, Image = new OnnxImageInput() }));

    [Fact]
    public void Float_pixels_are_scaled_alike()
        => Assert.Equal([0, 1, 0, 2], Scoring.Score(Echo([1, 2, 2]), Records.FromArray<float>(new float[] { 0, 2, 0, 4 }, 2, 2), new OnnxClassifierOptions { OutputKind = OutputKind.Logits, Image = new OnnxImageInput { Scale = 0.5 } }));

    /// <summary>Gives its input back, flattened, as logits.</summary>
    private static byte[] Echo(int[] shape)
        => new ModelBuilder().Input("x", DataType.Float, [-1, .. shape]).Node("Flatten", "x", "f").Weights("zero", [1], 0).Node("Add", "f zero", "y")
            .Output("y", DataType.Float, -1, shape.Aggregate((a, b) => a * b)).Build();
}
