using Paname.Attacks.Data;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Shadows;

/// <summary>Training by the user's own code, whose exceptions may print records and are therefore replaced.</summary>
internal sealed class DelegateShadowTrainer(Func<LabelledRecords, int, CancellationToken, IClassifier> train, string name, int parallel) : IShadowTrainer
{
    public string Name => name;

    public string? Fingerprint => null;

    public int Parallel => parallel;

    public TrainedShadow Train(LabelledRecords records, int seed, CancellationToken cancellationToken)
    {
        IClassifier? trained;
        try
        {
            trained = train(records, seed, cancellationToken);
        }
        catch (Exception e) when (e is not PanameDataException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new PanameDataException(FormattableString.Invariant(
                $"{name} threw {e.GetType().Name} while training a shadow model (seed {seed}). Its message is withheld, since it may hold values of a record: train on ShadowPlan.TrainingRecords in a debugger."));
        }

        return new TrainedShadow(trained ?? throw new PanameDataException($"{name} gave null instead of a shadow model."), null);
    }

    public IClassifier Open(ReadOnlyMemory<byte> stored) => throw new PanameDataException($"{name} stores no models.");
}
