using Paname.Attacks.Data;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Shadows;

/// <summary>Trains a model like the target on other records. Implemented by Paname.Onnx for ONNX files, and by users for their own training code.</summary>
public interface IShadowTrainer
{
    /// <summary>A name for reports, such as "credit.onnx, retrained".</summary>
    string Name { get; }

    /// <summary>Hash of all that decides a trained model besides its records and seed: architecture, recipe, version of the trainer;
    /// <see langword="null"/> when that is not known (a delegate): then nothing is kept on disk.</summary>
    string? Fingerprint { get; }

    /// <summary>How many models may be trained at once, 1 at least.</summary>
    int Parallel { get; }

    /// <summary>Trains one model; called from up to <see cref="Parallel"/> threads.</summary>
    /// <param name="records">The training records.</param>
    /// <param name="seed">Decides first weights and order.</param>
    /// <param name="cancellationToken">Ends training.</param>
    /// <returns>The model; the caller disposes its classifier.</returns>
    TrainedShadow Train(LabelledRecords records, int seed, CancellationToken cancellationToken);

    /// <summary>Opens a model that was stored.</summary>
    /// <param name="stored">The bytes of <see cref="TrainedShadow.Stored"/>.</param>
    /// <returns>The model; the caller disposes it if it is <see cref="IDisposable"/>.</returns>
    /// <exception cref="PanameDataException">The bytes are no such model.</exception>
    IClassifier Open(ReadOnlyMemory<byte> stored);
}
