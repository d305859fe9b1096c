namespace Paname.Attacks.Membership;

/// <summary>How PDTP compares the predictions of two models.</summary>
public sealed record PdtpOptions
{
    /// <summary>Into how many bins of equal width probabilities are sorted, each standing for its centre: keeps ratios finite. From 2 to 10,000, default 100.</summary>
    public int Bins { get; init => field = OptionRange.Within(value, 2, 10_000); } = 100;

    /// <summary>Ratio or difference; default ratio.</summary>
    public PdtpComparison Comparison { get; init => field = OptionRange.Defined(value); }

    /// <summary>How often the model is retrained without each record, 1 at least; the values are averaged. Default 1.</summary>
    public int Retrainings { get; init => field = OptionRange.Within(value, 1); } = 1;
}
