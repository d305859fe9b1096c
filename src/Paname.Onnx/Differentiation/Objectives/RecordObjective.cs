namespace Paname.Onnx.Differentiation.Objectives;

/// <summary>One number per record and its exact gradient with respect to the record's scores, from which differentiation goes on into the model.</summary>
/// <param name="Value">The number of each record: float32 [n, 1].</param>
/// <param name="Slope">Its gradient: float32, of the shape of the scores.</param>
internal sealed record RecordObjective(string Value, string Slope);
