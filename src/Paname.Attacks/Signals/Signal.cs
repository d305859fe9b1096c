namespace Paname.Attacks.Signals;

/// <summary>The signals of membership inference. Each is computed from logits exactly, without clipping, and from probabilities as far as they resolve it.</summary>
public static class Signal
{
    /// <summary>Cross-entropy loss, -log p_y: from logits exact to the smallest float64; or the precomputed loss itself; or of a regression the absolute residual, which ranks as the squared error does and neither underflows nor overflows.</summary>
    public static ISignal Loss { get; } = new CrossEntropySignal();

    /// <summary>The probability of the true class, p_y.</summary>
    public static ISignal Confidence { get; } = new ConfidenceSignal();

    /// <summary>The scaled logit log p_y - log(1 - p_y) of Carlini et al., "Membership Inference Attacks From First Principles" (2022), in the
    /// form l_y - logsumexp of the other logits. From probabilities the sum of the others stands for 1 - p_y, and values are capped near
    /// ±103.6 where a probability is exactly 0 (<see cref="Saturation"/>).</summary>
    public static ISignal ScaledLogit { get; } = new ScaledLogitSignal();

    /// <summary>The margin of the true class over the best other class: of logits, or of log-odds when given probabilities.</summary>
    public static ISignal Hinge { get; } = new HingeSignal();

    /// <summary>The entropy of the prediction, in nats; needs no label.</summary>
    public static ISignal Entropy { get; } = new EntropySignal();

    /// <summary>The modified entropy of Song and Mittal, "Systematic Evaluation of Privacy Risks of Machine Learning Models" (2021), in nats:
    /// entropy that takes the true label into account.</summary>
    public static ISignal ModifiedEntropy { get; } = new ModifiedEntropySignal();

    /// <summary>1 when the predicted class is the true one, else 0; the lowest class wins a tie.</summary>
    public static ISignal Correctness { get; } = new CorrectnessSignal();
}
