using Paname.Onnx.Differentiation;
using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Training.Losses;
using Paname.Onnx.Training.Parameters;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Training.Steps;

/// <summary>Builds the graph of one training step: batch, forward, loss, backward, optimiser.</summary>
internal sealed class StepGraph
{
    private readonly TrainingRecipe _recipe;
    private readonly ParameterTable _table;
    private readonly GraphOfBatch _batch;

    private StepGraph(GraphOfBatch batch, ParameterTable table, TrainingRecipe recipe)
    {
        _batch = batch;
        _table = table;
        _recipe = recipe;
        Optimiser = OptimiserNodes.Of(recipe);
    }

    internal IOptimiserNodes Optimiser { get; }

    internal LossReading Reading => _batch.Reading;

    internal IReadOnlyList<string> Inputs => _batch.Inputs;

    internal IReadOnlyList<DropoutMask> Masks { get; private set; } = [];

    /// <summary>The model, once built.</summary>
    internal byte[] Bytes { get; private set; } = [];

    private GraphEditor Graph => _batch.Model.Editor;

    internal static StepGraph Build(OnnxModelFile file, ParameterTable table, OnnxTrainerOptions options, TrainingRecipe recipe)
    {
        var step = new StepGraph(GraphOfBatch.Open(file, table, options, recipe.Loss), table, recipe);
        step.Append();
        step.Bytes = step._batch.Bytes();
        return step;
    }

    private void Append()
    {
        if (_recipe.Dropout)
        {
            Masks = DropoutNodes.Mask(_batch.Model);
        }

        DropoutNodes.Silence(_batch.Model);
        LossHead head = new LossHeads(_batch.Model, _recipe).Append(Reading);
        string share = head.Count is { } count
            ? Graph.Div(Graph.Scalar(DataType.Float, 1), count)
            : Feed(StepNames.Share);
        IReadOnlyDictionary<string, string> gradients = Differentiator.Differentiate(
            _batch.Model,
            new Dictionary<string, string> { [Reading.Value] = Graph.Mul(head.Slope, share) },
            [.. _table.Parameters.Select(parameter => parameter.Name)]);
        string[] parts = [.. _table.Parameters.Select(parameter => Graph.Reshape(gradients[parameter.Name], -1))];
        string gradient = parts.Length == 1 ? parts[0] : Graph.Concat(0, parts);
        if (_recipe.GradientClipNorm is { } limit)
        {
            gradient = GradientClipping.Apply(Graph, gradient, limit);
        }

        Update(gradient);
        _batch.YieldLoss(head);
    }

    private void Update(string gradient)
    {
        string weights = Vector(StepNames.Weights);
        string[] states = [.. Enumerable.Range(0, Optimiser.States).Select(i => Vector(StepNames.State(i)))];
        string[] scalars = [.. Enumerable.Range(0, Optimiser.Scalars).Select(i => Feed(StepNames.Scalar(i)))];
        (string next, string[] nextStates) = Optimiser.Emit(Graph, weights, gradient, states, scalars);
        _batch.Model.Graph.Yield(next, StepNames.Next(StepNames.Weights));
        for (int i = 0; i < states.Length; i++)
        {
            _batch.Model.Graph.Yield(nextStates[i], StepNames.Next(states[i]));
        }
    }

    private string Feed(string name) => _batch.Model.Graph.Feed(name, DataType.Float);

    private string Vector(string name) => _batch.Model.Graph.Feed(name, DataType.Float, _table.Length);
}
