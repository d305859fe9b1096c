using Paname.Testing;

namespace Paname.Tool;

/// <summary>A gate of 'paname audit' after it was judged.</summary>
/// <param name="Gate">As it stands in reports.</param>
/// <param name="Title">What was held against what, for the table.</param>
/// <param name="Code">What it makes of the exit code.</param>
internal sealed record JudgedGate(ReportGate Gate, string Title, int Code);
