using Paname.Attacks.Learning;

namespace Paname.Attacks.Membership;

/// <summary>Options of <see cref="LearnedAttacks.Classifier"/>.</summary>
public sealed record AttackClassifierOptions
{
    /// <summary>What is told about a record; default sorted probabilities, log-odds of the true class, and correctness.</summary>
    public AttackFeatures Features { get; init => field = LearnedDefaults.Checked(value); } = LearnedDefaults.Features;

    /// <summary>What learns; default a random forest of 200 trees of depth 5 with at least 10 records in a leaf: it finds scores that are typical of members without being the
    /// highest, which a linear model cannot, and its depth keeps it from learning single records.</summary>
    public IBinaryLearner Learner
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    }
    = LearnedDefaults.Forest;
}
