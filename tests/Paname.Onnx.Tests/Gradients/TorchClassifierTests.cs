using Paname.Attacks.Data;
using Paname.Attacks.Targets;
using Paname.Onnx.Tests.Support;
using Xunit.Abstractions;

namespace Paname.Onnx.Tests.Gradients;

/// <summary>Losses, input gradients, parameter gradients and norms per record against PyTorch.</summary>
public sealed class TorchClassifierTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("breast_cancer_mlp", "breast_cancer_mlp/target.onnx")]
    [InlineData("digits_mlp", "digits_mlp/target.onnx")]
    [InlineData("fmnist_cnn", "fmnist_cnn/target.onnx")]
    [InlineData("lenet", "gradients/lenet.onnx")]
    [InlineData("normed", "gradients/normed.onnx")]
    [InlineData("resnet18", "gradients/resnet18.onnx")]
    public void Gradients_are_those_of_PyTorch(string name, string model)
        => Compare(name, ReferenceFiles.PathOf(model.Split('/')));

    [ReferenceFact("models/location30_mlp/target.onnx")]
    public void Gradients_of_the_location_model_are_those_of_PyTorch()
        => Compare("location30_mlp", ReferenceFactAttribute.PathOf("models/location30_mlp/target.onnx"));

    [Fact]
    public void Parameter_gradients_of_batch_statistics_are_those_of_PyTorch()
    {
        TorchCase torch = TorchCase.Read("resnet18_training");
        using OnnxGradients model = OnnxGradients.Load(TorchCase.Folder("resnet18_training.onnx"));
        CompareParameters(torch, model.ParameterGradients(Records("resnet18_training", torch), torch.Labels, default), "resnet18_training");
    }

    private void Compare(string name, string path)
    {
        TorchCase torch = TorchCase.Read(name);
        using OnnxGradients model = OnnxGradients.Load(path);
        RecordBatch batch = Records(name, torch);
        BatchGradients gradients = model.ParameterGradients(batch, torch.Labels, default);
        CompareParameters(torch, gradients, name);

        double[] losses = new double[batch.Count];
        float[] inputs = new float[torch.InputGradient.Length];
        model.InputGradients(batch, GradientObjective.Loss, torch.Labels, losses, inputs, default);
        for (int i = 0; i < losses.Length; i++)
        {
            Assert.Equal(torch.Losses[i], losses[i], 1e-5 * Math.Max(1, torch.Losses[i]));
        }

        float[] mean = [.. inputs.Select(value => value / batch.Count)];
        double error = TorchCase.Close(mean, torch.InputGradient, $"{name}: input");
        output.WriteLine(FormattableString.Invariant($"{name} input {error:G3}"));

        double[] norms = new double[batch.Count];
        model.GradientNorms(batch, torch.Labels, GradientScope.AllParameters, norms, default);
        CompareNorms(torch.NormsOver(model.ParameterNames), norms, $"{name}: all parameters");
        foreach (string parameter in model.ParameterNames.Take(12))
        {
            model.GradientNorms(batch, torch.Labels, GradientScope.Named(parameter), norms, default);
            CompareNorms(torch.Norms[parameter], norms, $"{name}: {parameter}");
        }
    }

    private void CompareParameters(TorchCase torch, BatchGradients gradients, string name)
    {
        Assert.Equal(torch.Loss, gradients.Loss, 1e-5 * Math.Max(1, torch.Loss));
        Assert.Equal(torch.Gradients.Keys.Order(), gradients.Parameters.Select(parameter => parameter.Name).Order());
        double worst = gradients.Parameters.Max(parameter => TorchCase.Close(parameter.Values.Span, torch.Gradients[parameter.Name], $"{name}: {parameter.Name}"));
        output.WriteLine(FormattableString.Invariant($"{name} parameters {worst:G3}"));
    }

    private void CompareNorms(double[] expected, double[] actual, string what)
    {
        double worst = expected.Zip(actual, (e, a) => Math.Abs(e - a) / Math.Max(e, 1e-12)).Max();
        Assert.True(worst <= 1e-4, FormattableString.Invariant($"{what}: relative error of the norms {worst:G3}"));
        if (what.EndsWith("all parameters", StringComparison.Ordinal))
        {
            output.WriteLine(FormattableString.Invariant($"{what}, norms per record {worst:G3}"));
        }
    }

    private static RecordBatch Records(string name, TorchCase torch)
    {
        int[] shape = [.. torch.InputShape.Skip(1).Select(size => (int)size)];
        float[] values = name == "fmnist_cnn"
            ? [.. ReferenceFiles.Idx(ReferenceFiles.PathOf("fmnist_cnn", "pool-images-idx3-ubyte")).Take(8 * 784).Select(pixel => (float)(pixel / 255.0))]
            : ReferenceFiles.Npy<float>(TorchCase.Folder($"{name}.x.npy"), "<f4");
        var records = Attacks.Data.Records.FromArray<float>(values, shape);
        return new RecordBatch(records, 0, records.Count);
    }
}
