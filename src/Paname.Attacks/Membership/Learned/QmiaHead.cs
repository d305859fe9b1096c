namespace Paname.Attacks.Membership;

/// <summary>How QMIA describes the distribution of a non-member's score.</summary>
public enum QmiaHead
{
    /// <summary>Several quantiles, each by trees on the pinball loss; a record's score is the normal quantile of the level its own score reaches, straight lines between the levels and beyond them.</summary>
    Quantiles,

    /// <summary>Mean and spread of a normal distribution, by trees on its log-likelihood; a record's score is its z.</summary>
    Gaussian,
}
