namespace Paname.Attacks.Targets;

/// <summary>A number per record whose gradient is asked for; the class it speaks of is given with each record.</summary>
public enum GradientObjective
{
    /// <summary>The cross-entropy of the class, in nats: -log of its probability.</summary>
    Loss,

    /// <summary>The unnormalised score of the class. A model with one logit z for two classes has the logits 0 and z.</summary>
    Logit,

    /// <summary>The natural logarithm of the class's probability.</summary>
    LogProbability,

    /// <summary>The probability of the class, 0 to 1.</summary>
    Probability,
}
