using Paname.Attacks.Learning;

namespace Paname.Attacks.Membership;

/// <summary>A learned distribution of a non-member's score, given its features.</summary>
internal interface IScoreDistribution
{
    /// <summary>How far each record's score lies above what is usual for a non-member like it, in standard normal units.</summary>
    double[] Excess(FeatureTable features, double[] scores);
}
