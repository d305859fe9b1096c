using Paname.Attacks.Data;
using Paname.Attacks.Signals;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Membership;

/// <summary>The share of right predictions over a record and its changed copies.</summary>
internal sealed class RobustnessAttack : IMembershipAttack
{
    private const int FirstUse = 1000;

    private readonly RobustnessOptions _options;

    internal RobustnessAttack(RobustnessOptions options)
    {
        options.Check();
        _options = options;
    }

    public string Name => "AugmentationRobustness";

    public string Source => "Choquette-Choo, Tramèr, Carlini, Papernot: Label-Only Membership Inference Attacks (2021)";

    public bool IsGraded => true;

    /// <summary>Numbers held at a time; the answers do not depend on it.</summary>
    internal int NumbersAtOnce { get; init; } = 1 << 21;

    public string? NotApplicable(AttackerView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return QueryNeeds.Queries(view) ?? QueryNeeds.Features(view) ?? SignalNeeds.Labels(view);
    }

    public IReadOnlyList<string> Aliases(AttackerView view) => [];

    public AttackScores Score(MembershipObservations observations, AttackRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        QueryAccess access = QueryNeeds.Require(observations, Name);
        IReadOnlyList<IRecordTransform> transforms = _options.Transforms ?? DefaultTransforms.For(access.Records, _options);
        if (transforms.Select(transform => transform.Unavailable(access.Records)).FirstOrDefault(reason => reason is not null) is { } reason)
        {
            throw new PanameDataException($"{Name}: a change of records {reason}.");
        }

        FeatureSpread spread = FeatureSpread.Of(access.Records);
        int[] drawn = RecordDraw.Of(observations, _options.MaxRecordsPerSide, run.Seed);
        double[] right = [.. drawn.Select(record => IsRight(observations.Outputs, record, record) ? 1d : 0)];
        var queries = new TargetQueries(access.Target, run.CancellationToken);
        int atOnce = Math.Max(1, NumbersAtOnce / spread.Minimum.Count);
        for (int start = 0; start < drawn.Length; start += atOnce)
        {
            int[] some = drawn[start..Math.Min(start + atOnce, drawn.Length)];
            Records records = access.Records.Select(some);
            for (int t = 0; t < transforms.Count; t++)
            {
                run.CancellationToken.ThrowIfCancellationRequested();
                TargetOutputs outputs = queries.Ask(Changed(transforms[t], records, spread, [.. some.Select(record => RecordSeed.Of(run.Seed, record, FirstUse + t))]), row => some[row]);
                for (int i = 0; i < some.Length; i++)
                {
                    right[start + i] += IsRight(outputs, i, some[i]) ? 1 : 0;
                }

                run.Progress?.Report((start + (some.Length * (t + 1d) / transforms.Count)) / drawn.Length);
            }
        }

        return new AttackScores(RecordDraw.Spread([.. right.Select(count => count / (transforms.Count + 1))], drawn, observations))
        {
            Judged = RecordDraw.Judged(drawn, observations),
            Notes =
            [
                $"the record and its copies by {string.Join(", ", transforms.CountBy(transform => transform.Name).Select(pair => pair.Value == 1 ? pair.Key : FormattableString.Invariant($"{pair.Key} ({pair.Value} times)")))}",
                .. QueryNotes.Of(observations, drawn, transforms.Count, queries.Asked),
                .. QueryNotes.Rounding(access.Records),
            ],
        };

        bool IsRight(TargetOutputs outputs, int row, int record) => TargetQueries.Predicted(outputs, row) == observations.Labels![record];
    }

    private static Records Changed(IRecordTransform transform, Records records, FeatureSpread spread, int[] seeds)
    {
        Records changed = transform.Apply(records, spread, seeds);
        return changed is { } given && given.Count == records.Count
            ? given
            : throw new PanameDataException($"The change '{transform.Name}' gave {changed?.Count ?? 0} records for {records.Count}; it must give one for each.");
    }
}
