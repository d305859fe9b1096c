using Paname.Attacks.Signals;

namespace Paname.Attacks.Membership;

/// <summary>The attacks that need nothing but outputs and labels: no shadow model, no training.</summary>
public static class MembershipAttacks
{
    internal const string Yeom = "Yeom, Giacomelli, Fredrikson, Jha: Privacy Risk in Machine Learning: Analyzing the Connection to Overfitting (2018)";

    private const string SongMittal = "Song, Mittal: Systematic Evaluation of Privacy Risks of Machine Learning Models (2021)";

    /// <summary>The loss threshold attack of Yeom et al. (2018): records with a low loss are taken for members.
    /// Confidence and scaled logit rank alike; with two classes modified entropy and hinge do too. Of a regression the loss is the squared error.</summary>
    public static IMembershipAttack Loss { get; } = new LossAttack();

    /// <summary>Prediction entropy, as evaluated by Song and Mittal (2021): sure predictions are taken for members. Needs no label.</summary>
    public static IMembershipAttack Entropy { get; } = new SignalAttack("Entropy", Signal.Entropy, SongMittal);

    /// <summary>Modified entropy of Song and Mittal (2021): sure and right predictions are taken for members. For more than two classes.</summary>
    public static IMembershipAttack ModifiedEntropy { get; } = new SignalAttack("ModifiedEntropy", Signal.ModifiedEntropy, SongMittal)
    {
        ReplacedInTwoClassesBy = "Loss",
    };

    /// <summary>The gap attack of Yeom et al. (2018): rightly classified records are taken for members.
    /// Its AUC is ½ + (training accuracy - holdout accuracy) / 2.</summary>
    public static IMembershipAttack Correctness { get; } = new SignalAttack("Correctness", Signal.Correctness, Yeom)
    {
        IsGraded = false,
    };
}
