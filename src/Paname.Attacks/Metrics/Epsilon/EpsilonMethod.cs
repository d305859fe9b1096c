namespace Paname.Attacks.Metrics;

/// <summary>How a lower bound of epsilon is computed from counts.</summary>
public enum EpsilonMethod
{
    /// <summary>Exact limits of both error rates (Clopper and Pearson, 1934), then <see cref="EpsilonRegion"/>. Holds at every size.</summary>
    ClopperPearson,

    /// <summary>A quantile of the posterior of epsilon, see <see cref="JointBayesianEpsilon"/>. Tighter, and its error rate is approximate.</summary>
    JointBayesian,

    /// <summary>Exact limits of both error rates, then <see cref="GaussianDp"/>. For mechanisms that are Gaussian, as noisy gradients are.</summary>
    GaussianDp,

    /// <summary>One training run with fair coins, see <see cref="OneRunEpsilon"/>. Assumes nothing about the mechanism.</summary>
    OneRun,

    /// <summary>One training run with fair coins, see <see cref="OneRunFdp"/>. About twice as tight, for mechanisms that are Gaussian.</summary>
    OneRunFdp,
}
