using Paname.Attacks.Targets;

namespace Paname.Attacks.Shadows;

/// <summary>A shadow model after training.</summary>
/// <param name="Classifier">The model; its user disposes it if it is <see cref="IDisposable"/>.</param>
/// <param name="Stored">Bytes from which <see cref="IShadowTrainer.Open"/> makes the same model; <see langword="null"/> when it cannot be stored.</param>
public sealed record TrainedShadow(IClassifier Classifier, ReadOnlyMemory<byte>? Stored);
