namespace Paname.Attacks.Membership.Risk;

/// <summary>How PDTP compares two probabilities.</summary>
public enum PdtpComparison
{
    /// <summary>The larger over the smaller, 1 at least.</summary>
    Ratio,

    /// <summary>The larger minus the smaller.</summary>
    Difference,
}
