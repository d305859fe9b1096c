using Paname.Onnx.Graphs.Editing;

namespace Paname.Onnx.Graphs.Upgrading;

/// <summary>Where upgraded nodes go, and what is known of the model they come from.</summary>
/// <param name="Graph">Appends nodes and constants to the upgraded graph.</param>
/// <param name="Opset">The operator set the model was written for, at least <see cref="OpsetUpgrade.OldestOpset"/>.</param>
/// <param name="Model">The model's name, for messages.</param>
/// <param name="Forms">Forms of the old graph's values, where an upgrade depends on them.</param>
internal sealed record UpgradeTarget(GraphEditor Graph, int Opset, string Model, IReadOnlyDictionary<string, TensorForm> Forms);
