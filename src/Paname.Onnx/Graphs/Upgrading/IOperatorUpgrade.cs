using Paname.Onnx.Graphs.Schema;

namespace Paname.Onnx.Graphs.Upgrading;

/// <summary>Rewrites an operator of an older operator set in the form of <see cref="OpsetUpgrade.WorkingOpset"/>, so that gradient rules know one form only.</summary>
internal interface IOperatorUpgrade
{
    /// <summary>The operator's name.</summary>
    string Operator { get; }

    /// <summary>The operator set from which on the operator has its present form.</summary>
    int Since { get; }

    /// <summary>Appends to the target what computes the node's outputs; the node itself, changed in place, where that suffices.</summary>
    /// <param name="node">A node of a model older than <see cref="Since"/>, which the upgrade may change.</param>
    /// <param name="target">Where to append.</param>
    void Apply(NodeProto node, UpgradeTarget target);
}
