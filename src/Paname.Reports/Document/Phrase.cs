namespace Paname.Reports.Document;

/// <summary>A line of text made of pieces.</summary>
internal sealed record Phrase(IReadOnlyList<Inline> Parts)
{
    internal static Phrase Empty { get; } = new([]);

    public static implicit operator Phrase(string text) => new([new Inline(text)]);

    public static implicit operator Phrase(Inline part) => new([part]);

    internal static Phrase Of(params Inline[] parts) => new(parts);

    internal static Phrase Code(string text) => new Inline(text, InlineKind.Code);

    internal static Phrase English(string text) => new Inline(text, InlineKind.English);

    internal static Phrase Strong(string text) => new Inline(text, InlineKind.Strong);

    internal static Phrase Link(string text, string target) => new Inline(text, InlineKind.Link, target);

    internal static Phrase Verdict(string text, string tone) => new Inline(text, InlineKind.Verdict, tone);

    internal static Phrase Joined(string separator, IEnumerable<Inline> parts)
        => new([.. parts.SelectMany((part, i) => i == 0 ? new[] { part } : [new Inline(separator), part])]);

    internal Phrase Then(Inline part) => new([.. Parts, part]);
}
