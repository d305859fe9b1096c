using Paname.Onnx.Graphs.Schema;
using Paname.Onnx.Graphs.Upgrading;

namespace Paname.Onnx.Graphs.Editing;

/// <summary>A private copy of a model, opened for editing: one operator set, constants as initialisers, weights inside, forms of all values known.</summary>
internal sealed class WorkingModel
{
    private Dictionary<string, TensorForm> _forms;

    private WorkingModel(string name, ModelProto proto, IReadOnlySet<string> lifted, IReadOnlySet<string> stored)
    {
        Name = name;
        Proto = proto;
        Lifted = lifted;
        Stored = stored;
        Editor = new GraphEditor(proto.Graph);
        _forms = ValueForms.Infer(proto, name);
    }

    /// <summary>The file's name, for messages.</summary>
    internal string Name { get; }

    internal ModelProto Proto { get; }

    internal GraphProto Graph => Proto.Graph;

    internal GraphEditor Editor { get; }

    /// <summary>The initialisers that the file stores as Constant nodes.</summary>
    internal IReadOnlySet<string> Lifted { get; }

    /// <summary>The initialisers that come from the file; editing adds others.</summary>
    internal IReadOnlySet<string> Stored { get; }

    /// <summary>Copies a model; the file's own form is never changed.</summary>
    internal static WorkingModel Open(OnnxModelFile file)
    {
        ModelProto proto = file.Model.Clone();
        ExternalTensors.Inline(proto, file);
        FunctionInlining.Apply(proto, file.Name);
        HashSet<string> lifted = ConstantLifting.Apply(proto.Graph);
        var stored = proto.Graph.Initializer.Select(tensor => tensor.Name).ToHashSet(StringComparer.Ordinal);
        WithdrawStoredInputs(proto.Graph, stored);
        OpsetUpgrade.Apply(proto, file.Name);
        return new WorkingModel(file.Name, proto, lifted, stored);
    }

    /// <summary>What is known of a value; <see langword="null"/> for one added since <see cref="Refresh"/>, or one that is no tensor.</summary>
    internal TensorForm? Form(string value) => _forms.GetValueOrDefault(value);

    /// <summary>Infers the forms of added values too, as a derivative of a derivative needs.</summary>
    internal void Refresh() => _forms = ValueForms.Infer(Proto, Name);

    /// <summary>Before IR version 4 every stored tensor is listed among the inputs too.</summary>
    private static void WithdrawStoredInputs(GraphProto graph, HashSet<string> stored)
    {
        foreach (ValueInfoProto input in graph.Input.Where(input => stored.Contains(input.Name)).ToArray())
        {
            graph.Input.Remove(input);
        }
    }
}
