using Paname.Attacks.Data;
using Paname.Onnx.Differentiation.PerRecord.Forms;
using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Graphs.Schema;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Differentiation.PerRecord;

/// <summary>Squared norms of each record's own gradient, from one backward pass over the batch and without one gradient tensor per record.</summary>
internal sealed class PerRecordNorms
{
    private static readonly ILookup<(string, int), IPerRecordForm> Forms =
        new IPerRecordForm[] { new LinearWeightForm(), new BroadcastForm(), new GatheredRowsForm(), new ConvolutionForm(), new EmbeddingForm(), new NormalizationForm() }
            .SelectMany(form => form.Uses.Select(use => (use, form)))
            .ToLookup(entry => entry.use, entry => entry.form);

    private readonly WorkingModel _model;
    private readonly List<(PerRecordUse Use, IPerRecordForm Form)> _found = [];

    private PerRecordNorms(WorkingModel model) => _model = model;

    /// <summary>The parameters that have no exact form here: used in more than one place, or by an operator or in a layout without one.</summary>
    internal IReadOnlyList<string> Uncovered { get; private set; } = [];

    /// <summary>Looks for the form of each parameter; nothing is appended to the model.</summary>
    /// <param name="model">The model with the loss at its end, refreshed since.</param>
    /// <param name="parameters">Initialisers, inputs or values made of such.</param>
    /// <param name="records">The inputs whose first axis counts the records.</param>
    /// <exception cref="PanameDataException">Records influence each other through the statistics of a batch.</exception>
    internal static PerRecordNorms Plan(WorkingModel model, IReadOnlyList<string> parameters, IReadOnlyCollection<string> records)
    {
        RefuseBatchStatistics(model);
        var plan = new PerRecordNorms(model);
        var layouts = new RecordLayouts(model, records);
        var uses = new ParameterUses(model.Graph, layouts);
        var uncovered = new List<string>();
        foreach (string parameter in parameters)
        {
            if (uses.Of(parameter) is { } found
                && new PerRecordUse(model, layouts, found, parameter) is var use
                && Forms[(found.Node.OpType, found.Input)].FirstOrDefault(form => form.Covers(use)) is { } form)
            {
                plan._found.Add((use, form));
            }
            else
            {
                uncovered.Add(parameter);
            }
        }

        plan.Uncovered = uncovered;
        return plan;
    }

    /// <summary>Appends the backward pass and the norms of all covered parameters together.</summary>
    /// <param name="seeds">By vector of losses [records], the gradient of the objective with respect to it; ones give each record's own gradient.</param>
    /// <returns>The name of a vector of float32: for each record the sum of squares of its gradient's elements.</returns>
    internal string Emit(IReadOnlyDictionary<string, string> seeds)
    {
        string[] outputs = [.. _found.Select(entry => entry.Use.Output).Distinct()];
        IReadOnlyDictionary<string, string> gradients = Differentiator.Differentiate(_model, seeds, outputs);
        string records = _model.Editor.Shape(seeds.Keys.First());
        var norms = new List<string>();
        foreach ((PerRecordUse use, IPerRecordForm form) in _found)
        {
            use.Incoming = gradients[use.Output];
            use.Records = records;
            norms.Add(form.Emit(use));
        }

        return _model.Editor.Cast(_model.Editor.Sum([.. norms]), DataType.Float);
    }

    /// <summary>Refuses a model in which the records of a batch influence each other, so that none has a gradient of its own.</summary>
    internal static void RefuseBatchStatistics(WorkingModel model)
    {
        if (model.Graph.Node.FirstOrDefault(node => node.OpType == "BatchNormalization" && node.Integer("training_mode", 0) != 0) is { } node)
        {
            throw new PanameDataException(
                $"{model.Name}: {node.Title} uses the statistics of the batch, so no record has a gradient of its own. Export the model in evaluation mode (model.eval() in PyTorch).");
        }
    }
}
