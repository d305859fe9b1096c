using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;
using Paname.Onnx.Differentiation;
using Paname.Onnx.Differentiation.Objectives;
using Paname.Onnx.Differentiation.PerRecord;
using Paname.Onnx.Gradients;
using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Runtime;
using Paname.Onnx.Tests.Support;
using Xunit.Abstractions;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Tests.Gradients;

/// <summary>Next-token losses of models exported as text models are, against PyTorch.</summary>
public sealed class TorchLanguageModelTests(ITestOutputHelper output)
{
    [Fact]
    public void Gradients_of_a_GPT_2_block_are_those_of_PyTorch()
    {
        TorchCase torch = CompareParameters("gpt2", TorchCase.Folder("gpt2.onnx"));
        CompareNorms(torch, "gpt2", TorchCase.Folder("gpt2.onnx"));
    }

    [Fact]
    public void Gradients_of_tied_weights_are_those_of_PyTorch()
    {
        CompareParameters("gpt2_tied", TorchCase.Folder("gpt2_tied.onnx"));
        (WorkingModel model, _, string labels) = Prepare(TorchCase.Folder("gpt2_tied.onnx"));
        string[] parameters = [.. ModelParameters.Read(OnnxModelFile.Read(TorchCase.Folder("gpt2_tied.onnx")), "logits").Names];
        Assert.Equal(["wte.weight"], PerRecordNorms.Plan(model, parameters, ["x", labels]).Uncovered);
    }

    [Fact]
    public void Gradients_of_the_language_model_are_those_of_PyTorch()
    {
        string path = ReferenceFiles.PathOf("lm", "lm_target.onnx");
        CompareNorms(CompareParameters("lm_target", path), "lm_target", path);
    }

    private TorchCase CompareParameters(string name, string path)
    {
        TorchCase torch = TorchCase.Read(name);
        (WorkingModel model, string loss, string labels) = Prepare(path);
        string[] parameters = [.. torch.Gradients.Keys];
        string weights = model.Editor.Input("weights", DataType.Float, "n");
        IReadOnlyDictionary<string, string> gradients = Differentiator.Differentiate(model, new Dictionary<string, string> { [loss] = weights }, parameters);
        float[][] results = Run(torch, model, labels, weights, [loss, .. parameters.Select(parameter => gradients[parameter])]);
        Assert.Equal(torch.Loss, results[0].Average(value => (double)value), 1e-5 * torch.Loss);
        double worst = parameters.Select((parameter, i) => TorchCase.Close([.. results[i + 1].Select(value => value / torch.Losses.Length)], torch.Gradients[parameter], $"{name}: {parameter}")).Max();
        output.WriteLine(FormattableString.Invariant($"{name} parameters {worst:G3}"));
        Assert.Equal(parameters.Order(), ModelParameters.Read(OnnxModelFile.Read(path), "logits").Names.Order());
        return torch;
    }

    private void CompareNorms(TorchCase torch, string name, string path)
    {
        string[] parameters = [.. torch.Gradients.Keys];
        (WorkingModel model, string loss, string labels) = Prepare(path);
        PerRecordNorms norms = PerRecordNorms.Plan(model, parameters, [model.Graph.Input[0].Name, labels]);
        Assert.Empty(norms.Uncovered);
        string weights = model.Editor.Input("weights", DataType.Float, "n");
        string squares = norms.Emit(new Dictionary<string, string> { [loss] = weights });
        double[] expected = torch.NormsOver(parameters);
        double[] actual = [.. Run(torch, model, labels, weights, [squares])[0].Select(value => Math.Sqrt(value))];
        double worst = expected.Zip(actual, (e, a) => Math.Abs(e - a) / e).Max();
        Assert.True(worst <= 1e-4, FormattableString.Invariant($"{name}: relative error of the norms {worst:G3}"));
        output.WriteLine(FormattableString.Invariant($"{name} norms per record {worst:G3}"));
    }

    private static (WorkingModel Model, string Loss, string Labels) Prepare(string path)
    {
        WorkingModel model = WorkingModel.Open(OnnxModelFile.Read(path));
        string logits = model.Graph.Output[0].Name;
        string labels = model.Editor.Input("labels", DataType.Int64, "n", "t");
        string loss = new LossEmitter(model).NextToken(logits, labels);
        model.Editor.Output(loss);
        model.Refresh();
        return (model, loss, labels);
    }

    private static float[][] Run(TorchCase torch, WorkingModel model, string labels, string weights, string[] outputs)
    {
        model.Graph.Output.Clear();
        Array.ForEach(outputs, model.Editor.Output);
        using InferenceSession session = SessionFactory.OpenGraph(model.Proto.ToByteArray(), "gradients", 1);
        long[] tokens = torch.Tokens;
        long[] targets = [.. torch.Labels.Select(label => (long)label)];
        float[] ones = [.. torch.Losses.Select(_ => 1f)];
        using OrtValue x = OrtValue.CreateTensorValueFromMemory(tokens, torch.InputShape);
        using OrtValue y = OrtValue.CreateTensorValueFromMemory(targets, torch.InputShape);
        using OrtValue w = OrtValue.CreateTensorValueFromMemory(ones, [ones.Length]);
        using RunOptions run = new();
        using IDisposableReadOnlyCollection<OrtValue> results = session.Run(run, [session.InputNames[0], labels, weights], [x, y, w], outputs);
        return [.. results.Select(result => result.GetTensorDataAsSpan<float>().ToArray())];
    }
}
