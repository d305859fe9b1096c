using Paname.Attacks.Data;
using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Schema;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Training.Parameters;

/// <summary>Says why a model cannot be trained from its file.</summary>
internal static class ParameterErrors
{
    private const string Remaining = "Attacks that only query the model still run.";

    internal static PanameDataException NoSuchOutput(string model, string output, IEnumerable<string> outputs)
        => new($"{model}: has no output '{output}'. Its outputs are {Names(outputs)}.");

    internal static PanameDataException NotFloating(string model, string output)
        => new($"{model}: output '{output}' holds no floating-point numbers, so no gradient reaches a weight. Name an output of logits or probabilities. {Remaining}");

    internal static PanameDataException Quantised(string model, string what)
        => new($"{model}: is quantised ({what}), and integer weights have no gradient. Train from the file before quantisation, with weights in float32. {Remaining}");

    internal static PanameDataException Precision(string model, string tensor, DataType type)
        => new($"{model}: weight '{tensor}' is stored as {type.ToString().ToLowerInvariant()}; training works in float32. Export the model again in float32. {Remaining}");

    internal static PanameDataException NoWeights(string model, string? classical)
        => new(classical is null
            ? $"{model}: holds no weight that training changes: no stored matrix, kernel, table or scale lies between its inputs and the output. Name tensors in Train if some should be. {Remaining}"
            : $"{model}: is no neural network: its output comes from {classical}, whose parameters no gradient reaches. {Remaining}");

    internal static PanameDataException Blind(string model, string tensor, NodeProto user)
        => new($"{model}: weight '{tensor}' belongs to {user.Title}, which no gradient goes through. Name it in OnnxTrainerOptions.Freeze to keep its values and train the weights after it, or export the model without this operator. {Remaining}");

    internal static PanameDataException Merged(string model, string tensor)
        => new($"{model}: '{tensor}' serves both as a running statistic of batch normalisation and as a trained weight: the exporter stored equal tensors once. Export the model after training it, or with training=torch.onnx.TrainingMode.TRAINING. {Remaining}");

    internal static ArgumentException NoSuchTensor(string model, string name, string list, IEnumerable<string> names)
        => new($"{model}: '{name}' in {list} is no stored float32 tensor on the way to the output. There are {Names(names)}.", list);

    private static string Names(IEnumerable<string> names)
    {
        const int Most = 20;
        string[] all = [.. names.Select(name => $"'{name}'")];
        return all.Length == 0 ? "none" : all.Length <= Most ? string.Join(", ", all) : $"{string.Join(", ", all[..Most])} and {all.Length - Most} more";
    }
}
