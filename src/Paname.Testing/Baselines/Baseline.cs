namespace Paname.Testing;

/// <summary>What a model leaked when its owner last accepted it: the content of a *.verified.json file, and of the *.received.json file of a run. Holds nothing about single records.</summary>
public sealed partial record Baseline
{
    /// <summary>The format's name and version.</summary>
    public const string SchemaName = "paname-baseline/1";

    /// <summary>The test it belongs to: Class.Method, with a variant in brackets where there is one.</summary>
    public required string Test { get; init; }

    /// <summary>What was audited.</summary>
    public required BaselineSubject Subject { get; init; }

    /// <summary>The largest worsening of an AUC that may stay unseen, above 0 and at most 0.5: when the comparison could not see it four times in five, it is inconclusive.</summary>
    public required double Margin { get; init; }

    /// <summary>How far numbers of the same model, data and seed may differ, from 0 to 1e-6.</summary>
    public required double Tolerance { get; init; }

    /// <summary>The metrics by name, such as "Loss auc".</summary>
    public required IReadOnlyDictionary<string, BaselineMetric> Metrics { get; init; }

    /// <summary>The attacks that could not run, with the reason.</summary>
    public IReadOnlyDictionary<string, string> NotApplicable { get; init; } = new Dictionary<string, string>();

    /// <summary>A better run that waits for a retraining to confirm it, or <see langword="null"/>.</summary>
    public BaselineProposal? Proposal { get; init; }

    /// <summary>Why worse values or a higher anchor were accepted, oldest first.</summary>
    public IReadOnlyList<BaselineAcceptance> Acceptances { get; init; } = [];
}
