namespace Paname.Reports.Texts;

/// <summary>Words of controls.</summary>
internal sealed record ControlTexts
{
    internal required string Title { get; init; }

    internal required string Caption { get; init; }

    internal required string Note { get; init; }

    internal required string None { get; init; }

    internal required string Control { get; init; }

    internal required string Outcome { get; init; }

    internal required string Detail { get; init; }

    internal required string WholeAudit { get; init; }

    internal required string Positive { get; init; }

    internal required string Null { get; init; }

    internal required string Blind { get; init; }

    internal required string Passed { get; init; }

    internal required string Failed { get; init; }

    internal required string NotRun { get; init; }
}
