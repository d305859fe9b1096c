using Microsoft.ML.OnnxRuntime;
using Paname.Attacks.Data;
using Paname.Attacks.Targets;
using Paname.Onnx.Tests.Support;

namespace Paname.Onnx.Tests;

/// <summary>Exports of PyTorch against the logits PyTorch gave.</summary>
public class ReferenceModelTests
{
    private const double Tolerance = 1.2e-5;

    // ONNX Runtime's convolution sums in another order than PyTorch's, by processor: a plain session gives 3.05e-5 on AVX-512 at any
    // optimisation level. Score_byte_images_equals_a_plain_session shows that nothing is added to it.
    private const double ConvolutionTolerance = 5e-5;

    [Theory]
    [InlineData("digits_mlp", 64)]
    [InlineData("breast_cancer_mlp", 30)]
    public void Score_float_matrix_matches_reference_logits(string model, int width)
    {
        using OnnxClassifier classifier = OnnxClassifier.Load(ReferenceFiles.PathOf(model, "target.onnx"));
        Compare(classifier, Records.FromArray<float>(ReferenceFiles.Npy<float>(ReferenceFiles.PathOf(model, "pool_x.npy"), "'<f4'"), width), model);
    }

    [Fact]
    public void Score_byte_images_matches_reference_logits()
    {
        using OnnxClassifier classifier = OnnxClassifier.Load(ReferenceFiles.PathOf("fmnist_cnn", "target.onnx"), new OnnxClassifierOptions { Image = new OnnxImageInput() });
        Compare(classifier, Records.FromArray<byte>(ReferenceFiles.Idx(ReferenceFiles.PathOf("fmnist_cnn", "pool-images-idx3-ubyte")), 28, 28), "fmnist_cnn", ConvolutionTolerance);
    }

    [Fact]
    public void Score_byte_images_equals_a_plain_session()
    {
        string path = ReferenceFiles.PathOf("fmnist_cnn", "target.onnx");
        byte[] pixels = ReferenceFiles.Idx(ReferenceFiles.PathOf("fmnist_cnn", "pool-images-idx3-ubyte"));
        using var session = new InferenceSession(path);
        float[] scaled = [.. pixels.Select(pixel => pixel / 255f)];
        using OrtValue input = OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, scaled.AsMemory(), [1000, 1, 28, 28]);
        using var run = new RunOptions();
        using IDisposableReadOnlyCollection<OrtValue> results = session.Run(run, ["x"], [input], ["logits"]);
        double[] expected = [.. results[0].GetTensorDataAsSpan<float>().ToArray().Select(value => (double)value)];

        using OnnxClassifier classifier = OnnxClassifier.Load(path, new OnnxClassifierOptions { Image = new OnnxImageInput() });

        Assert.Equal(expected, classifier.Score(Records.FromArray<byte>(pixels, 28, 28)));
    }

    [ReferenceFact("models/location30_mlp/target.onnx")]
    public void Score_location30_matches_reference_logits()
    {
        string folder = ReferenceFactAttribute.PathOf("models/location30_mlp");
        using OnnxClassifier classifier = OnnxClassifier.Load(Path.Combine(folder, "target.onnx"));
        Compare(classifier, Records.FromArray<byte>(ReferenceFiles.Npy<byte>(Path.Combine(folder, "pool_x.npy"), "'|u1'"), 446), Path.Combine(folder, "target_logits_pool.csv"), 30);
    }

    private static void Compare(OnnxClassifier classifier, Records records, string model, double tolerance = Tolerance)
        => Compare(classifier, records, ReferenceFiles.PathOf(model, "target_logits_pool.csv"), model == "breast_cancer_mlp" ? 2 : 10, tolerance);

    private static void Compare(OnnxClassifier classifier, Records records, string expectedFile, int classes, double tolerance = Tolerance)
    {
        double[] expected = [.. ReferenceFiles.Csv(expectedFile).SelectMany(row => row)];

        double[] actual = classifier.Score(records);

        Assert.Equal(OutputKind.Logits, classifier.OutputKind);
        Assert.Equal(classes, classifier.Classes);
        Assert.Equal(expected.Length, actual.Length);
        Assert.InRange(expected.Zip(actual, (a, b) => Math.Abs(a - b)).Max(), 0, tolerance);
    }
}
