namespace Paname.Reports.Texts;

/// <summary>Words of the evidence block.</summary>
internal sealed record EvidenceTexts
{
    internal required string Title { get; init; }

    internal required string Note { get; init; }

    internal required string Who { get; init; }

    internal required string WhoUnknown { get; init; }

    internal required string When { get; init; }

    internal required string WhenValue { get; init; }

    internal required string How { get; init; }

    internal required string HowValue { get; init; }

    internal required string Extent { get; init; }

    internal required string ExtentValue { get; init; }

    internal required string TimeBudget { get; init; }

    internal required string Model { get; init; }

    internal required string ModelFingerprint { get; init; }

    internal required string NoFingerprint { get; init; }

    internal required string DataFingerprint { get; init; }

    internal required string Records { get; init; }

    internal required string RecordsValue { get; init; }

    internal required string Parameters { get; init; }

    internal required string Ratio { get; init; }

    internal required string RatioValue { get; init; }

    internal required string ParametersUnknown { get; init; }

    internal required string Shadows { get; init; }

    internal required string NoShadows { get; init; }

    internal required string Versions { get; init; }

    internal required string Commit { get; init; }

    internal required string NoCommit { get; init; }

    internal required string Build { get; init; }

    internal required string Key { get; init; }

    internal required string Replay { get; init; }
}
