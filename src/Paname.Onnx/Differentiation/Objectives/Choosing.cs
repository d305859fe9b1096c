using Paname.Onnx.Graphs.Editing;

namespace Paname.Onnx.Differentiation.Objectives;

/// <summary>Finds the column of one class per record in rows of scores.</summary>
internal static class Choosing
{
    /// <summary>Which column is the class's: booleans [n, classes].</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="labels">int64 [n, 1].</param>
    /// <param name="classes">The number of columns.</param>
    internal static string Chosen(this GraphEditor graph, string labels, int classes)
        => graph.Equal(labels, graph.Vector([.. Enumerable.Range(0, classes).Select(column => (long)column)]));

    /// <summary>The class's value: [n, 1].</summary>
    internal static string Pick(this GraphEditor graph, string rows, string labels) => graph.Node("GatherElements", [rows, labels], ("axis", 1L));
}
