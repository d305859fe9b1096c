using Google.Protobuf;
using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Tests.Differentiation;
using Paname.Onnx.Tests.Support;

namespace Paname.Onnx.Tests.Graphs;

/// <summary>Exports of PyTorch 1.13 in old and new operator sets open for editing and compute what they did.</summary>
public class ExportTests
{
    [Theory]
    [InlineData("lenet", 9)]
    [InlineData("lenet", 11)]
    [InlineData("lenet", 13)]
    [InlineData("lenet", 14)]
    [InlineData("lenet", 17)]
    [InlineData("lstm", 9)]
    [InlineData("lstm", 11)]
    [InlineData("lstm", 13)]
    [InlineData("lstm", 14)]
    [InlineData("lstm", 17)]
    [InlineData("block", 11)]
    [InlineData("block", 13)]
    [InlineData("block", 14)]
    [InlineData("block", 17)]
    public void Opened_export_computes_the_same(string network, int opset)
    {
        string path = Path.Combine(AppContext.BaseDirectory, "TestData", "exports", FormattableString.Invariant($"{network}_{opset}.onnx"));
        OnnxModelFile file = OnnxModelFile.Read(path);
        Feed feed = network switch
        {
            "lenet" => Feed.Random("x", [3, 1, 28, 28], 5),
            "lstm" => Feed.Indices("x", [3, 5], 0, 10, 3, 3, 7, 1, 2, 9, 8, 4, 5, 6, 0, 1, 2),
            _ => Feed.Indices("x", [2, 6], 0, 12, 3, 3, 7, 1, 2, 9, 8, 4, 5, 6),
        };

        WorkingModel opened = WorkingModel.Open(file);

        (long[] shape, double[] values) = Assert.Single(GraphRun.Once(file.Bytes.ToArray(), feed));
        (long[] openedShape, double[] openedValues) = Assert.Single(GraphRun.Once(opened.Proto.ToByteArray(), feed));
        Assert.Equal(shape, openedShape);
        Assert.All(values.Zip(openedValues), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
        Assert.True(values.Max() - values.Min() > 0.1);
    }
}
