namespace Paname.Tool;

/// <summary>The files that are written.</summary>
internal sealed record OutputsConfig
{
    public string? Html { get; init; }

    public string? Markdown { get; init; }

    public string? Json { get; init; }

    public string? Sarif { get; init; }

    public string? History { get; init; }

    /// <summary>"en" (default) or "fr".</summary>
    public string? Language { get; init; }
}
