namespace Paname.Reports.Texts;

/// <summary>Words of the coverage of EDPB Opinion 28/2024, paragraph 55.</summary>
internal sealed record CoverageTexts
{
    internal required string Title { get; init; }

    internal required string Caption { get; init; }

    internal required string Note { get; init; }

    internal required string Family { get; init; }

    internal required string Status { get; init; }

    internal required string Detail { get; init; }

    internal required string AttributeInference { get; init; }

    internal required string MembershipInference { get; init; }

    internal required string Exfiltration { get; init; }

    internal required string Regurgitation { get; init; }

    internal required string Inversion { get; init; }

    internal required string Reconstruction { get; init; }

    internal required string Tested { get; init; }

    internal required string NotApplicable { get; init; }

    internal required string NotTested { get; init; }

    internal required string NoWord { get; init; }
}
