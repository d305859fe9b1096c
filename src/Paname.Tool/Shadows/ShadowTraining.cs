using System.Text.Json.Nodes;
using Paname.Attacks.Data;
using Paname.Attacks.Shadows;
using Paname.Onnx;
using Paname.Onnx.Training;
using Paname.Testing;

namespace Paname.Tool;

/// <summary>Trains chosen models of a plan from a target's file into a folder, several at once.</summary>
internal sealed class ShadowTraining(AuditConfig config, ShadowPlan plan, string folder, ToolSession session)
{
    /// <returns>How many were trained, and how many were there already.</returns>
    internal (int Trained, int Kept) Run(IReadOnlyList<int> chosen, int parallel)
    {
        MembershipData data = DataInput.Read(config.Data);
        plan.Require(data);
        TrainingRecipe recipe = AuditRun.Checked(() => ShadowsInput.Recipe(config.Shadows?.Recipe));
        OnnxClassifierOptions reading = ModelInput.Options(config.Model ?? new ModelConfig());
        using OnnxTrainer trainer = AuditRun.Checked(
            () => OnnxTrainer.Load(ModelInput.FileOf(config.Model), new OnnxTrainerOptions { OutputName = reading.OutputName, Image = reading.Image }));
        ShadowFolder target = ShadowFolder.ForTraining(folder, plan, Identity());
        int[] missing = [.. chosen.Where(model => !target.Has(model))];
        if (missing.Length > 0)
        {
            ProgressShown.While(session, "shadow models", progress =>
            {
                Train(trainer, Matched(trainer, recipe, data), target, data, missing, parallel, progress);
                return true;
            });
        }

        return (missing.Length, chosen.Count - missing.Length);
    }

    private TrainingRecipe Matched(OnnxTrainer trainer, TrainingRecipe recipe, MembershipData data)
        => recipe is { MatchesTarget: true, TargetLoss: null } ? recipe with { TargetLoss = trainer.MeanLoss(data.Members, recipe, session.Token) } : recipe;

    private void Train(OnnxTrainer trainer, TrainingRecipe recipe, ShadowFolder target, MembershipData data, int[] missing, int parallel, IProgress<AuditProgress>? progress)
    {
        int done = 0;
        var counting = new Lock();
        try
        {
            Parallel.ForEach(missing, new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = session.Token }, model =>
            {
                var job = new TrainingJob(plan.TrainingRecords(model, data), recipe, plan.Seeds[model]) { Name = "shadow model" };
                target.Write(model, trainer.Train(job, progress: null, session.Token).ToOnnx());
                lock (counting)
                {
                    done++;
                    progress?.Report(new AuditProgress(done, missing.Length) { Work = FormattableString.Invariant($"shadow models: {done} of {missing.Length}") });
                }
            });
        }
        catch (AggregateException exception)
        {
            // Of several failures the first is told; a cancelled one is the others' consequence.
            session.Token.ThrowIfCancellationRequested();
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(exception.Flatten().InnerExceptions[0]);
        }
    }

    /// <summary>What must be the same for all who fill one folder.</summary>
    private string Identity()
    {
        using OnnxClassifier model = ModelInput.Open(config.Model);
        return new JsonObject
        {
            ["schema"] = "paname-shadow-folder/1",
            ["target"] = model.Fingerprint,
            ["recipe"] = System.Text.Json.JsonSerializer.SerializeToNode(config.Shadows?.Recipe),
            ["version"] = ToolVersion.Text,
        }.ToJsonString();
    }
}
