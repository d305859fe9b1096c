using System.Globalization;
using Paname.Attacks.Data;
using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Inputs;
using Paname.Onnx.Tests.Support;
using Paname.Onnx.Training;
using Paname.Onnx.Training.Parameters;
using Paname.Onnx.Training.Runs;
using Paname.Onnx.Training.Steps;

namespace Paname.Onnx.Tests.Training;

/// <summary>A network on the digits from PyTorch's first weights, in its order of batches.</summary>
public class LossCurveTests
{
    [Fact]
    public void First_100_steps_follow_PyTorch_within_one_percent()
    {
        double[] expected = [.. File.ReadLines(ReferenceFiles.PathOf("training", "digits_losses.csv")).Select(line => double.Parse(line, CultureInfo.InvariantCulture))];
        LabelledRecords data = Digits();
        OnnxModelFile file = OnnxModelFile.Read(ReferenceFiles.PathOf("training", "digits_start.onnx"));
        WorkingModel model = WorkingModel.Open(file);
        var options = new OnnxTrainerOptions();
        ParameterTable table = ParameterFinder.Find(model, "logits", options);
        using var program = new StepProgram(file, table, options, new TrainingRecipe());
        var input = new ModelInput(file.Name, "x", program.Session.InputMetadata[StepNames.Data("x")]);
        using TrainingTensors tensors = TrainingTensors.Bind(file.Name, data, [input], options, program.Graph.Reading, targetField: null);
        using var runner = new StepRunner(program, tensors, seed: 1);
        WeightInitializer.Fill(table, model, Initialisation.FromFile, 1).CopyTo(runner.Current.Weights.Span);

        for (int step = 0; step < expected.Length; step++)
        {
            int start = step * 48 % data.Count;
            (double sum, double count) = runner.Step([.. Enumerable.Range(start, 48)], 1.0 / 48, step + 1, 0.002);

            Assert.InRange(sum / count / expected[step], 0.999, 1.001);
        }
    }

    private static LabelledRecords Digits()
    {
        int[] labels = [.. ReferenceFiles.Csv(ReferenceFiles.PathOf("digits_mlp", "target_logits_pool.csv")).Select(row => Array.IndexOf(row, row.Max()))];
        return new(Records.FromArray<float>(ReferenceFiles.Npy<float>(ReferenceFiles.PathOf("digits_mlp", "pool_x.npy"), "'<f4'"), 64), labels);
    }
}
