namespace Paname.Attacks.Metrics;

/// <summary>What a lower bound of epsilon is a bound of.</summary>
public enum EpsilonKind
{
    /// <summary>A lower confidence bound of the epsilon of differential privacy of the training procedure, under what <see cref="EpsilonEstimate.RestsOn"/> names.</summary>
    DpBound,

    /// <summary>Empirical, not a DP bound: what the attack's error rates on these records of one model would say of epsilon.</summary>
    Empirical,
}
