namespace Paname.Attacks.Shadows;

/// <summary>Where shadow models come from: model files, delegates, signals computed elsewhere, or training.</summary>
public interface IShadowSource
{
    /// <summary>One clause for reports, such as "16 shadow models retrained from credit.onnx, each on half of the audited records".</summary>
    string Description { get; }

    /// <summary>Hash of all that decides the observations besides the target, the data and the seed; <see langword="null"/> when there is no such content (a delegate).</summary>
    string? Fingerprint { get; }

    /// <summary>Trains, loads or reads what is needed and gives the observations. What it opened it closes.</summary>
    /// <param name="request">The target's side of the audit.</param>
    /// <returns>Observations of the same records, in the same order.</returns>
    /// <exception cref="Paname.Attacks.Data.PanameDataException">The models or signals do not fit the audited records.</exception>
    ShadowObservations Observe(ShadowRequest request);
}
