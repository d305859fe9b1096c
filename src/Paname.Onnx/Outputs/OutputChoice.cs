namespace Paname.Onnx.Outputs;

/// <summary>The output of the graph that is audited, and what the graph says about it.</summary>
/// <param name="Name">The output's name in the graph.</param>
/// <param name="Finding">What it is.</param>
internal sealed record OutputChoice(string Name, OutputFinding Finding);
