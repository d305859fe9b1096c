namespace Paname.Reports.Document;

/// <summary>What a piece of text is.</summary>
internal enum InlineKind
{
    /// <summary>The report's own words, or numbers.</summary>
    Plain,

    /// <summary>The report's own words, to be seen first.</summary>
    Strong,

    /// <summary>A name or an identifier, the same in all languages.</summary>
    Code,

    /// <summary>What the engine or a test said, in English.</summary>
    English,

    /// <summary>A verdict: its tone goes with it as an icon and a colour.</summary>
    Verdict,

    /// <summary>A link into the page or to a build server.</summary>
    Link,

    /// <summary>Text of a smaller rank, on a line of its own.</summary>
    Aside,

    /// <summary>A name or an identifier of a smaller rank, on a line of its own.</summary>
    AsideCode,
}
