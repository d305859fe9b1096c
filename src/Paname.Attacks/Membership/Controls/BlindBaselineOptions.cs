using Paname.Attacks.Learning;

namespace Paname.Attacks.Membership;

/// <summary>Options of <see cref="BlindBaseline"/>.</summary>
public sealed record BlindBaselineOptions
{
    /// <summary>What learns to tell the sides apart; default a random forest of 200 trees with at least 5 records in a leaf: it finds shifts that are not linear, such as a
    /// different spread, without tuning, and stays quick on images.</summary>
    public IBinaryLearner Learner
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    }
    = Learners.RandomForest(new RandomForestOptions { Trees = 200, MinLeaf = 5 });

    /// <summary>Records of the fitting half used for fitting at most, drawn by the seed; 40 or more, default 10,000. The held-out half is always judged in full.</summary>
    public int MaxRecords { get; init => field = Learning.OptionRange.Within(value, 40); } = 10_000;

    /// <summary>Features used at most, drawn by the seed; 1 or more, default 1,000.</summary>
    public int MaxFeatures { get; init => field = Learning.OptionRange.Within(value, 1); } = 1_000;
}
