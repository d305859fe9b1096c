using Paname.Attacks.Learning;

namespace Paname.Attacks.Membership;

/// <summary>Options of <see cref="BlindBaseline"/>.</summary>
public sealed record BlindBaselineOptions
{
    /// <summary>What learns to tell the sides apart; default the mean of a random forest, which finds a shift of any form in single features, such as another spread, and,
    /// up to 400 columns, of a logistic regression, which adds up small shifts of many. Neither needs tuning.</summary>
    public IBinaryLearner Learner
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    }
    = new ShiftLearner();

    /// <summary>Records of the fitting half used for fitting at most, drawn by the seed; 40 or more, default 10,000. The held-out half is always judged in full.</summary>
    public int MaxRecords { get; init => field = OptionRange.Within(value, 40); } = 10_000;

    /// <summary>Features used at most, drawn by the seed; 1 or more, default 1,000.</summary>
    public int MaxFeatures { get; init => field = OptionRange.Within(value, 1); } = 1_000;
}
