using Paname.Attacks.Data;
using Paname.Onnx.Differentiation.PerRecord;
using Paname.Onnx.Graphs.Editing;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Training.Steps;

/// <summary>Weighs each record's loss so that its gradient is no longer than a limit (Abadi et al. 2016), without a gradient tensor per record: one backward pass gives the norms, another
/// the gradient of the weighted sum (Lee and Kifer 2021).</summary>
internal sealed class RecordClipping(GraphOfBatch batch, IReadOnlyList<string> masks)
{
    /// <returns>The weight of each record's loss, multiplied by the share.</returns>
    internal string Weights(string losses, IReadOnlyList<string> parameters, double limit, string share)
    {
        WorkingModel model = batch.Model;
        if (batch.Statistics.Count > 0)
        {
            throw new PanameDataException(
                $"{model.Name}: batch normalisation on the statistics of the batch leaves no record a gradient of its own, so it is not trained with DifferentialPrivacy. Set TrainingRecipe.UpdateStatistics to false to train with the running statistics as they are.");
        }

        PerRecordNorms norms = PerRecordNorms.Plan(model, parameters, [StepNames.Batch, .. masks]);
        if (norms.Uncovered.Count > 0)
        {
            throw new PanameDataException(
                $"{model.Name}: the gradient of {string.Join(", ", norms.Uncovered.Select(name => $"'{name}'"))} is not known per record, so the model is not trained with DifferentialPrivacy. Name them in OnnxTrainerOptions.Freeze to train the others.");
        }

        GraphEditor graph = model.Editor;
        string squares = norms.Emit(new Dictionary<string, string> { [losses] = graph.ExpandLike(graph.Scalar(DataType.Float, 1), losses) });

        // A gradient of zero has the weight 1, as any that is short enough.
        string factor = graph.Div(graph.Scalar(DataType.Float, limit), graph.Node("Max", [graph.Sqrt(squares), graph.Scalar(DataType.Float, limit)]));
        return graph.Mul(factor, share);
    }
}
