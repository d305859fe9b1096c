using Paname.Attacks.Shadows;
using Paname.Onnx.Training;

namespace Paname.Onnx;

/// <summary>Shadow models retrained from the target's file. The trainer is open only while they are observed.</summary>
internal sealed class RetrainedShadows(Func<OnnxShadowTrainer> open, ShadowOptions options) : IShadowSource
{
    public string Description => With(source => source.Description);

    public string? Fingerprint => With(source => source.Fingerprint);

    public ShadowObservations Observe(ShadowRequest request) => With(source => source.Observe(request));

    internal static void Check(TrainingRecipe recipe)
    {
        recipe.Check();
        if (recipe.Initialisation == Initialisation.FromFile)
        {
            throw new ArgumentException("Shadow models cannot start from the file's weights: those were trained on the members. Set TrainingRecipe.Initialisation to PyTorch or Keras.", nameof(recipe));
        }

        if (recipe.EarlyStopping is not null)
        {
            throw new ArgumentException("Shadow models have no records to stop early by. Set TrainingRecipe.Epochs to what the target took, or use MatchTarget.", nameof(recipe));
        }
    }

    /// <summary>Fails on options outside their ranges where they are given, not where they are used.</summary>
    internal void CheckOptions() => With(_ => 0);

    private T With<T>(Func<IShadowSource, T> use)
    {
        using OnnxShadowTrainer trainer = open();
        return use(ShadowModels.Train(trainer, options));
    }
}
