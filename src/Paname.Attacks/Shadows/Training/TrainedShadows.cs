using Paname.Attacks.Data;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Shadows;

/// <summary>Shadow models that are trained, or taken from the disk cache, when they are asked for.</summary>
internal sealed class TrainedShadows(IShadowTrainer trainer, ShadowOptions options) : IShadowSource
{
    private int Count => options.Plan?.Models ?? options.Count;

    private ShadowKind Kind => options.Plan?.Kind ?? options.Kind;

    public string Description => Kind == ShadowKind.Online
        ? FormattableString.Invariant($"{Count} shadow models ({trainer.Name}), each trained on half of the audited records")
        : FormattableString.Invariant($"{Count} shadow models ({trainer.Name}), each trained on a part of {options.Population!.Count} population records");

    public string? Fingerprint
    {
        get
        {
            if (trainer.Fingerprint is not { } fingerprint)
            {
                return null;
            }

            using var hash = new Sha256Content();
            hash.Add("trained-shadows/1");
            hash.Add(fingerprint);
            hash.Add(FormattableString.Invariant($"{Kind} {Count} {options.PopulationShare:R}"));
            hash.Add(options.Population?.Fingerprint ?? "-");
            hash.Add(options.Plan?.ToJson() ?? "-");
            return hash.Finish();
        }
    }

    public ShadowObservations Observe(ShadowRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        MembershipData data = ShadowScoring.RequireData(request);
        ShadowPlan plan = options.Plan ?? (Kind == ShadowKind.Online
            ? ShadowPlan.Online(data, Count, request.Seed)
            : ShadowPlan.Offline(data, options.Population!, Count, request.Seed, options.PopulationShare));
        plan.Require(data, options.Population);
        ShadowPool pool = ShadowPool.Of(plan, data, options.Population);
        ScoredRecords records = ScoredRecords.Of(request, pool.Audited, pool.Population);
        var notes = new List<string>();
        ShadowStore? store = trainer.Fingerprint is null || !options.Cache ? null : ShadowStore.Open(options.CacheFolder, options.Time);
        var maker = new ShadowMaker(trainer, plan, pool, records, store, request);
        int done = ShadowWaves.Run(plan.Models, trainer.Parallel, request.Budget, options.Time, maker.IsKept, maker.Make);
        if (done < plan.Models)
        {
            notes.Add(FormattableString.Invariant($"{done} of {plan.Models} shadow models: the time budget of {request.Budget!.Value.TotalSeconds:0.###} s was used up"));
        }

        if (store?.Trouble is { } trouble)
        {
            notes.Add(trouble);
        }

        int[] models = [.. Enumerable.Range(0, done)];
        return ShadowScoring.Gather(request, records, maker.Scores.AsSpan(0, done), Of(plan.Inclusion, models), plan.PopulationInclusion is { } inclusion ? Of(inclusion, models) : null, notes);
    }

    private static InclusionMask Of(InclusionMask mask, int[] models)
        => models.Length == mask.Models ? mask : mask.Select(models, [.. Enumerable.Range(0, mask.Records)]);
}
