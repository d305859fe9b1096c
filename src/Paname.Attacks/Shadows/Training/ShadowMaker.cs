using Paname.Attacks.Data;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Shadows;

/// <summary>Makes the models of a plan, several at once: each is taken from the store or trained and stored, scores all records, and is closed.</summary>
internal sealed class ShadowMaker
{
    private readonly IShadowTrainer _trainer;
    private readonly ShadowPlan _plan;
    private readonly ShadowPool _pool;
    private readonly ShadowStore? _store;
    private readonly ShadowRequest _request;
    private readonly ScoredRecords _records;
    private readonly string[] _keys;
    private readonly Lock _counting = new();
    private int _done;
    private int _reused;

    internal ShadowMaker(IShadowTrainer trainer, ShadowPlan plan, ShadowPool pool, ScoredRecords records, ShadowStore? store, ShadowRequest request)
    {
        _trainer = trainer;
        _plan = plan;
        _pool = pool;
        _records = records;
        _store = store;
        _request = request;
        _keys = store is null ? [] : [.. Enumerable.Range(0, plan.Models).Select(model => ShadowKey.Of(trainer.Fingerprint!, plan, model))];
        Scores = new ShadowScores[plan.Models];
    }

    /// <summary>What the models made so far gave.</summary>
    internal ShadowScores[] Scores { get; }

    internal bool IsKept(int model) => _store?.Contains(_keys[model]) == true;

    internal void Make(int first, int end)
        => OrderedParallel.For(first, end, _trainer.Parallel, Make, _request.CancellationToken);

    private void Make(int model, CancellationToken cancellationToken)
    {
        IClassifier? kept = Kept(model);
        IClassifier classifier = kept ?? Train(model, cancellationToken);
        try
        {
            Scores[model] = ShadowScoring.Score(classifier, FormattableString.Invariant($"shadow model {model + 1}"), _request, _records, cancellationToken);
        }
        finally
        {
            (classifier as IDisposable)?.Dispose();
        }

        lock (_counting)
        {
            _done++;
            _reused += kept is null ? 0 : 1;
            _request.Progress?.Report(new ShadowProgress(_done, _plan.Models, _reused));
        }
    }

    private IClassifier? Kept(int model)
    {
        if (_store?.Read(_keys[model]) is not { } stored)
        {
            return null;
        }

        try
        {
            return _trainer.Open(stored);
        }
        catch (PanameDataException)
        {
            // Whole, but no model to this trainer: made anew like a damaged one.
            _store.Delete(_keys[model]);
            return null;
        }
    }

    private IClassifier Train(int model, CancellationToken cancellationToken)
    {
        TrainedShadow trained = _trainer.Train(_pool.TrainingRecords(model), _plan.Seeds[model], cancellationToken);
        if (trained.Stored is { } bytes)
        {
            _store?.Write(_keys[model], bytes);
        }

        return trained.Classifier;
    }
}
