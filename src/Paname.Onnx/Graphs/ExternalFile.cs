namespace Paname.Onnx.Graphs;

/// <summary>A file with weights beside the model.</summary>
/// <param name="Location">As the model names it, relative to its folder.</param>
/// <param name="FullPath">Where it lies, symbolic links resolved.</param>
internal readonly record struct ExternalFile(string Location, string FullPath);
