namespace Paname.Attacks.Membership;

/// <summary>What is calibrated.</summary>
public enum CalibrationSignal
{
    /// <summary>The loss, as in the paper: of scaled logits the cross-entropy, of residuals the squared error. Other scores as they are.</summary>
    Loss,

    /// <summary>The signal as it is; of residuals their size.</summary>
    Signal,
}
