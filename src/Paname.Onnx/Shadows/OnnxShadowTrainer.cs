using Microsoft.ML.OnnxRuntime;
using Paname.Attacks.Data;
using Paname.Attacks.Shadows;
using Paname.Attacks.Targets;
using Paname.Onnx.Training;

namespace Paname.Onnx;

/// <summary>Trains shadow models from the target's file with one trainer, whose compiled graphs they share. Opened at first use; safe to use from several threads.</summary>
internal sealed class OnnxShadowTrainer : IShadowTrainer, IDisposable
{
    private readonly OnnxClassifier _target;
    private readonly MembershipData _data;
    private readonly TrainingRecipe _recipe;
    private readonly OnnxTrainerOptions _options;
    private readonly Lazy<OnnxTrainer> _trainer;
    private readonly Lazy<TrainingRecipe> _matched;

    internal OnnxShadowTrainer(OnnxClassifier target, MembershipData data, TrainingRecipe recipe, OnnxTrainerOptions? options, int parallel)
    {
        _target = target;
        _data = data;
        _recipe = recipe;
        _options = options ?? new OnnxTrainerOptions { OutputName = target.Options.OutputName, Image = target.Options.Image, InputBinding = target.Options.InputBinding };
        Parallel = parallel;
        _trainer = new Lazy<OnnxTrainer>(() => OnnxTrainer.Open(target.ReadAgain(), _options));
        _matched = new Lazy<TrainingRecipe>(() => Matches ? recipe with { TargetLoss = _trainer.Value.MeanLoss(data.Members, recipe) } : recipe);
    }

    public string Name => $"{_target.Name}, retrained";

    // The loss to match follows from the target and its members, so their content stands for it and need not be computed to find a kept model.
    public string? Fingerprint => _target.Fingerprint is { } target && _options.InputBinding is null
        ? TrainerFingerprint.Of(target, _options, _recipe, Matches ? _data.Fingerprint : null, OrtEnv.Instance().GetVersionString())
        : null;

    public int Parallel { get; }

    private bool Matches => _recipe.MatchesTarget && _recipe.TargetLoss is null;

    public TrainedShadow Train(LabelledRecords records, int seed, CancellationToken cancellationToken)
    {
        byte[] model = _trainer.Value.Train(new TrainingJob(records, _matched.Value, seed) { Name = "shadow model" }, progress: null, cancellationToken).ToOnnx();
        return new TrainedShadow(Open(model), model);
    }

    public IClassifier Open(ReadOnlyMemory<byte> stored) => OnnxClassifier.FromBytes(stored, $"shadow of {_target.Name}", _target.Options);

    public void Dispose()
    {
        if (_trainer.IsValueCreated)
        {
            _trainer.Value.Dispose();
        }
    }
}
