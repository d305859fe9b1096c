using Google.Protobuf;
using Paname.Onnx.Graphs.Schema;
using Paname.Onnx.Tests.Support;

namespace Paname.Onnx.Tests.Graphs;

public class SchemaTests
{
    [Theory]
    [InlineData("credit", "credit_overfit.onnx")]
    [InlineData("digits_mlp", "target.onnx")]
    [InlineData("fmnist_cnn", "target.onnx")]
    public void Export_of_PyTorch_survives_a_round_trip(string folder, string file)
    {
        byte[] bytes = File.ReadAllBytes(ReferenceFiles.PathOf(folder, file));
        ModelProto model = ModelProto.Parser.ParseFrom(bytes);

        byte[] written = model.ToByteArray();

        Assert.Equal("pytorch", model.ProducerName);
        Assert.Equal(bytes, written);
    }

    [Fact]
    public void Unknown_fields_survive_an_edit()
    {
        // Field 26 of ModelProto, of a later IR version, holding text.
        byte[] field = [0xD2, 0x01, 3, (byte)'n', (byte)'e', (byte)'w'];
        byte[] later = [.. SmallModels.Logits(), .. field];
        ModelProto model = ModelProto.Parser.ParseFrom(later);
        model.ProducerName = "edited";

        byte[] written = model.ToByteArray();

        Assert.True(written.AsSpan().IndexOf(field) > 0);
    }
}
