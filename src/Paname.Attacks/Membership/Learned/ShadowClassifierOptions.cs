using Paname.Attacks.Learning;

namespace Paname.Attacks.Membership;

/// <summary>Options of <see cref="LearnedAttacks.ShadowClassifier"/>.</summary>
public sealed record ShadowClassifierOptions
{
    /// <summary>What is told about a record, besides its class; default sorted probabilities, log-odds of the true class, and correctness.</summary>
    public AttackFeatures Features { get; init => field = LearnedDefaults.Checked(value); } = LearnedDefaults.Features;

    /// <summary>What learns; default a random forest of 200 trees of depth 5 with at least 10 rows in a leaf.</summary>
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

    /// <summary>One attack model for each class or one for all; default by the number of training rows.</summary>
    public AttackModelPerClass PerClass { get; init => field = OptionRange.Defined(value); }

    /// <summary>Training rows (one record seen by one shadow model) used at most, drawn by the seed; 100 or more, default 20,000.</summary>
    public int MaxRows { get; init => field = OptionRange.Within(value, 100); } = 20_000;
}
