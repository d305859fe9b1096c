namespace Paname.Testing;

/// <summary>Whether one family of attacks of EDPB Opinion 28/2024, paragraph 55, was tested.</summary>
/// <param name="Item">"i" to "v"; "i" is split into "i-attribute" and "i-membership".</param>
/// <param name="Status">"tested", "not applicable" or "not tested".</param>
/// <param name="Detail">The attacks that were run, or the reason.</param>
public sealed record ReportCoverage(string Item, string Status, string Detail);
