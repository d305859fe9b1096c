namespace Paname.Attacks.Membership;

/// <summary>The score whose distribution over non-members QMIA learns.</summary>
public enum QmiaScore
{
    /// <summary>The scaled logit, the log-odds of the true class.</summary>
    ScaledLogit,

    /// <summary>The hinge, the margin of the true class over the best other one.</summary>
    Hinge,
}
