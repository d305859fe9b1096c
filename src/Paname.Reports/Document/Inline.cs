namespace Paname.Reports.Document;

/// <summary>A piece of text within a line, and what it is.</summary>
/// <param name="Text">The text as a person reads it, not encoded.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Target">The address of a link; the tone of a verdict.</param>
internal sealed record Inline(string Text, InlineKind Kind = InlineKind.Plain, string? Target = null);
