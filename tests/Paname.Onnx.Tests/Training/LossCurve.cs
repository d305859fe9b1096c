using Paname.Attacks.Data;
using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Inputs;
using Paname.Onnx.Tests.Support;
using Paname.Onnx.Training;
using Paname.Onnx.Training.Export;
using Paname.Onnx.Training.Parameters;
using Paname.Onnx.Training.Runs;
using Paname.Onnx.Training.Steps;

namespace Paname.Onnx.Tests.Training;

/// <summary>Trains a file step by step from its own weights, batches in the records' order, and notes each step's loss.</summary>
internal static class LossCurve
{
    /// <param name="file">The network with its first weights.</param>
    /// <param name="input">Its input.</param>
    /// <param name="data">The records; the first batch of the next pass starts at the first record again.</param>
    /// <param name="recipe">Batch size, rate and optimiser.</param>
    /// <param name="steps">How many.</param>
    /// <returns>The losses before each step, and the trained file.</returns>
    internal static (double[] Losses, byte[] Trained) Run(OnnxModelFile file, string input, LabelledRecords data, TrainingRecipe recipe, int steps)
    {
        WorkingModel model = WorkingModel.Open(file);
        var options = new OnnxTrainerOptions();
        ParameterTable table = ParameterFinder.Find(model, "logits", options);
        using var program = new StepProgram(file, table, options, recipe);
        var fed = new ModelInput(file.Name, input, program.Session.InputMetadata[StepNames.Data(input)]);
        using TrainingTensors tensors = TrainingTensors.Bind(file.Name, data, [fed], options, program.Graph.Reading, targetField: null);
        using var runner = new StepRunner(program, tensors, seed: 1);
        WeightInitializer.Fill(table, model, Initialisation.FromFile, 1).CopyTo(runner.Current.Weights.Span);
        var losses = new double[steps];
        int start = 0;
        for (int step = 0; step < steps; step++)
        {
            int count = Math.Min(recipe.BatchSize, data.Count - start);
            (double sum, double terms) = runner.Step([.. Enumerable.Range(start, count)], 1.0 / count, step + 1, recipe.LearningRate);
            losses[step] = sum / terms;
            start = start + count == data.Count ? 0 : start + count;
        }

        return (losses, TrainedExport.Write(file, table, runner.Current.Weights.Span, runner.Current.Statistics.Span));
    }

    /// <summary>Every loss within a relative distance of PyTorch's.</summary>
    internal static double Follows(double[] expected, double[] losses, double within)
    {
        double worst = expected.Zip(losses, (theirs, ours) => Math.Abs((ours / theirs) - 1)).Max();
        Assert.True(worst <= within, FormattableString.Invariant($"the curve leaves PyTorch's by {worst:P2}"));
        return worst;
    }
}
