using Paname.Attacks.Targets;
using Paname.Onnx.Tests.Support;

namespace Paname.Onnx.Tests.Gradients;

/// <summary>Counts of weights; expected ones are the sums over the layers as PyTorch names them.</summary>
public class ParameterCountTests
{
    [Theory]
    [InlineData("credit", "credit_overfit.onnx", (128 * 26) + 128 + (128 * 128) + 128 + (2 * 128) + 2)]
    [InlineData("credit", "credit_regularised.onnx", (16 * 26) + 16 + (2 * 16) + 2)]
    [InlineData("fmnist_cnn", "target.onnx", (8 * 9) + 8 + (16 * 72) + 16 + (48 * 784) + 48 + 480 + 10)]
    [InlineData("gradients", "resnet18.onnx", 177362)]
    public void Weights_are_counted_without_constants_and_running_statistics(string folder, string file, long expected)
    {
        using OnnxClassifier classifier = OnnxClassifier.Load(ReferenceFiles.PathOf(folder, file), folder == "gradients" ? new OnnxClassifierOptions { OutputKind = OutputKind.Logits } : null);
        Assert.Equal(expected, classifier.Parameters);
    }

    [Fact]
    public void What_cannot_be_told_is_unknown()
    {
        using OnnxClassifier linear = OnnxClassifier.FromBytes(SklearnModels.LogisticRegression(integers: [0, 1, 2]).Build(), "linear.onnx");
        Assert.Null(linear.Parameters);
    }

    [Fact]
    public void Count_outlives_the_session()
    {
        OnnxClassifier small = OnnxClassifier.FromBytes(SmallModels.Logits(), "small.onnx", new OnnxClassifierOptions { OutputKind = OutputKind.Logits });
        small.Dispose();
        Assert.Equal(6, small.Parameters);
    }
}
