using Paname.Attacks.Data;
using Paname.Onnx.Tests.Support;

namespace Paname.Onnx.Tests.Training;

/// <summary>The images of fmnist_cnn/, scaled to 0 to 1.</summary>
internal static class Fashion
{
    internal static string Network => ReferenceFiles.PathOf("fmnist_cnn", "target.onnx");

    /// <param name="set">"pool" or "population".</param>
    internal static LabelledRecords Read(string set)
    {
        float[] pixels = [.. ReferenceFiles.Idx(ReferenceFiles.PathOf("fmnist_cnn", $"{set}-images-idx3-ubyte")).Select(pixel => pixel / 255f)];
        int[] labels = [.. File.ReadAllBytes(ReferenceFiles.PathOf("fmnist_cnn", $"{set}-labels-idx1-ubyte"))[8..].Select(label => (int)label)];
        return new LabelledRecords(Records.FromArray<float>(pixels, 1, 28, 28), labels);
    }
}
