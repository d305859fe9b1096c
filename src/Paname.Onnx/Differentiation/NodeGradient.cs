using Paname.Attacks.Data;
using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Graphs.Schema;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Differentiation;

/// <summary>What a rule sees of the node it differentiates, and where it hands over what it found.</summary>
internal sealed class NodeGradient(NodeProto node, WorkingModel model, GradientSums sums, Func<string, bool> needed, Func<string, bool> wanted)
{
    internal NodeProto Node => node;

    internal GraphEditor Graph => model.Editor;

    /// <summary>The name of an input; empty when it is omitted.</summary>
    internal string Input(int index) => node.InputAt(index);

    internal string Output(int index = 0) => node.Output[index];

    /// <summary>Whether the gradient of an input is wanted.</summary>
    internal bool Needs(int input) => Input(input) is { Length: > 0 } name && needed(name);

    /// <summary>The gradient of the only, or first, output.</summary>
    internal string Incoming => IncomingOf(0) ?? throw new InvalidOperationException($"{node.Title} is visited without a gradient of its first output.");

    /// <summary>The gradient of an output, <see langword="null"/> when nothing depends on it: it is zero.</summary>
    internal string? IncomingOf(int output) => output < node.Output.Count ? sums.Total(node.Output[output]) : null;

    /// <summary>Gives an input a gradient of its own shape.</summary>
    internal void Give(int input, string gradient)
    {
        if (Needs(input))
        {
            sums.Add(Input(input), gradient);
        }
    }

    /// <summary>What goes into the Relu that makes an input, for a rule that takes both operators at once; <see langword="null"/> when no Relu does, or the gradient between the two is asked for.</summary>
    internal string? BeforeRelu(int input)
        => wanted(Input(input)) ? null : model.Graph.Node.FirstOrDefault(maker => maker is { OpType: "Relu", Domain: "" or "ai.onnx" } && maker.Output[0] == Input(input))?.Input[0];

    /// <summary>Gives a value found by <see cref="BeforeRelu"/> its gradient.</summary>
    internal void GiveBeforeRelu(string value, string gradient) => sums.Add(value, gradient);

    /// <summary>Gives an input that was broadcast a gradient of the shape of the output: it is summed over the axes the input was spread along.</summary>
    internal void GiveBroadcast(int input, string gradient)
    {
        if (Needs(input))
        {
            sums.Add(Input(input), SumTo(input, gradient));
        }
    }

    /// <summary>Sums a value of the shape of the output over the axes an input was spread along.</summary>
    internal string SumTo(int input, string gradient) => Broadcast.SumTo(model, gradient, Input(input), Output());

    /// <summary>Sums a value of other known axes over those an input was spread along.</summary>
    internal string SumTo(int input, string gradient, IReadOnlyList<Dimension>? spread) => Broadcast.SumTo(model, gradient, Input(input), spread);

    /// <summary>What is known of a value; an error when even its type is not.</summary>
    internal TensorForm Form(string value) => model.Form(value) ?? throw Refuse($"nothing is known of the shape of '{value}'");

    /// <summary>The sizes of a value's axes, <see langword="null"/> unless every one is known.</summary>
    internal IReadOnlyList<long>? Sizes(string value) => model.Form(value)?.Sizes;

    /// <summary>The number of axes of a value; an error when it is not known.</summary>
    internal int Rank(string value) => Form(value).Shape?.Count ?? throw Refuse($"the number of axes of '{value}' is not known");

    /// <summary>An axis counted from the front; <paramref name="axis"/> may count from the back.</summary>
    internal int Axis(long axis, string value) => (int)(axis < 0 ? axis + Rank(value) : axis);

    internal DataType Element => Form(Output()).Element;

    /// <summary>A constant of the element type of the output.</summary>
    internal string Scalar(double value) => Graph.Scalar(Element, value);

    /// <summary>The stored tensor behind a value, or <see langword="null"/>.</summary>
    internal TensorProto? Stored(string value) => model.Graph.Initializer.FirstOrDefault(tensor => tensor.Name == value);

    /// <summary>Makes the forward node write one more output, such as the indices of a pooling.</summary>
    internal string ExtraOutput(int index, string stem)
    {
        while (node.Output.Count <= index)
        {
            node.Output.Add(string.Empty);
        }

        if (node.Output[index].Length == 0)
        {
            node.Output[index] = Graph.Fresh(stem);
        }

        return node.Output[index];
    }

    /// <summary>The whole numbers stored behind a value, or <see langword="null"/> when it is computed or omitted.</summary>
    internal IReadOnlyList<long>? StoredIntegers(string value) => Stored(value) is { } tensor ? TensorValues.Integers(tensor) : null;

    /// <summary>The error of a rule that covers its operator only in part.</summary>
    internal PanameDataException Refuse(string why) => GradientErrors.Unsupported(model.Name, node, why);
}
