using Paname.Attacks.Data;
using Paname.Onnx.Graphs.Schema;

namespace Paname.Onnx.Graphs.Editing;

/// <summary>Replaces calls of a model's own functions by what the functions do, so that only operators remain.</summary>
internal static class FunctionInlining
{
    /// <summary>Changes the model in place.</summary>
    /// <exception cref="PanameDataException">A function is written for another operator set than the model, or calls itself.</exception>
    internal static void Apply(ModelProto model, string name)
    {
        if (model.Functions.Count == 0)
        {
            return;
        }

        Dictionary<string, FunctionProto> functions = model.Functions.ToDictionary(function => Key(function), StringComparer.Ordinal);
        foreach (FunctionProto function in model.Functions)
        {
            foreach (OperatorSetIdProto import in function.OpsetImport)
            {
                Import(model, import, function, name);
            }
        }

        // Each round replaces one level of calls; functions that call others are at most as deep as there are functions.
        for (int round = 0; Expand(model.Graph, model.Graph, functions); round++)
        {
            if (round == functions.Count)
            {
                throw new PanameDataException($"{name}: one of its functions calls itself. Export the model again without recursive functions.");
            }
        }

        model.Functions.Clear();
    }

    private static string Key(FunctionProto function) => $"{function.Domain}::{function.Name}::{function.Overload}";

    private static string Key(NodeProto node) => $"{node.Domain}::{node.OpType}::{node.Overload}";

    private static void Import(ModelProto model, OperatorSetIdProto wanted, FunctionProto function, string name)
    {
        OperatorSetIdProto? present = model.OpsetImport.FirstOrDefault(import => Domain(import) == Domain(wanted));
        if (present is null)
        {
            model.OpsetImport.Add(wanted.Clone());
        }
        else if (present.Version != wanted.Version && Domain(wanted).Length == 0)
        {
            throw new PanameDataException(FormattableString.Invariant(
                $"{name}: its function '{function.Name}' is written for operator set {wanted.Version}, the model for {present.Version}. Export the model with one operator set, or without functions."));
        }
    }

    private static string Domain(OperatorSetIdProto import) => import.Domain == "ai.onnx" ? string.Empty : import.Domain;

    /// <returns>Whether a call was replaced.</returns>
    private static bool Expand(GraphProto graph, GraphProto whole, Dictionary<string, FunctionProto> functions)
    {
        bool any = false;
        foreach (GraphProto body in graph.Node.SelectMany(node => node.Bodies))
        {
            any |= Expand(body, whole, functions);
        }

        if (!graph.Node.Any(node => functions.ContainsKey(Key(node))))
        {
            return any;
        }

        var editor = new GraphEditor(graph, whole, "function");
        NodeProto[] nodes = [.. graph.Node];
        graph.Node.Clear();
        foreach (NodeProto node in nodes)
        {
            graph.Node.AddRange(functions.TryGetValue(Key(node), out FunctionProto? function)
                ? new FunctionCall(node, function, editor).Inlined()
                : [node]);
        }

        return true;
    }
}
