using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Graphs.Schema;

namespace Paname.Onnx.Graphs.Upgrading;

/// <summary>Rewrites an operator of an older operator set in the form of <see cref="OpsetUpgrade.WorkingOpset"/>, so that gradient rules know one form only.</summary>
internal interface IOperatorUpgrade
{
    /// <summary>The operator's name.</summary>
    string Operator { get; }

    /// <summary>Appends to the editor's graph what computes the node's outputs; the node itself, changed in place or as it is, where that suffices.</summary>
    /// <param name="node">A node of the model, which the upgrade may change.</param>
    /// <param name="opset">The operator set the model was written for, at least <see cref="OpsetUpgrade.OldestOpset"/>.</param>
    /// <param name="editor">Appends nodes and constants to the upgraded graph.</param>
    void Apply(NodeProto node, int opset, GraphEditor editor);
}
