using Paname.Attacks.Data;
using Paname.Attacks.Signals;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Membership;

/// <summary>The share of noisy copies whose loss is above the record's own.</summary>
internal sealed class NoiseStabilityAttack : IMembershipAttack
{
    private const int Use = 1;

    private readonly NoiseStabilityOptions _options;

    internal NoiseStabilityAttack(NoiseStabilityOptions options)
    {
        options.Check();
        _options = options;
    }

    public string Name => "NoiseStability";

    public string Source => "Jayaraman, Wang, Knipmeyer, Gu, Evans: Revisiting Membership Inference Under Realistic Assumptions (2021)";

    public bool IsGraded => true;

    /// <summary>Numbers held at a time; the answers do not depend on it.</summary>
    internal int NumbersAtOnce { get; init; } = 1 << 21;

    public string? NotApplicable(AttackerView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return QueryNeeds.Queries(view) ?? QueryNeeds.Features(view) ?? SignalNeeds.ScoresAndLabels(view);
    }

    public IReadOnlyList<string> Aliases(AttackerView view) => [];

    public AttackScores Score(MembershipObservations observations, AttackRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        QueryAccess access = QueryNeeds.Require(observations, Name);
        IReadOnlyList<double> units = FeatureSpread.Of(access.Records).StandardDeviation;
        int[] drawn = RecordDraw.Of(observations, _options.MaxRecordsPerSide, run.Seed);
        var own = new double[observations.Outputs.Count];
        Signal.ScaledLogit.Compute(observations.Outputs, observations.LabelSpan, own);
        var queries = new TargetQueries(access.Target, run.CancellationToken);
        var scores = new double[drawn.Length];
        int atOnce = (int)Math.Max(1, NumbersAtOnce / ((long)_options.Repeats * units.Count));
        for (int start = 0; start < drawn.Length; start += atOnce)
        {
            run.CancellationToken.ThrowIfCancellationRequested();
            int[] some = drawn[start..Math.Min(start + atOnce, drawn.Length)];
            double[] copies = Signals(some);
            for (int i = 0; i < some.Length; i++)
            {
                scores[start + i] = ShareBelow(copies.AsSpan(i * _options.Repeats, _options.Repeats), own[some[i]]);
            }

            run.Progress?.Report((start + some.Length) / (double)drawn.Length);
        }

        return new AttackScores(RecordDraw.Spread(scores, drawn, observations))
        {
            Judged = RecordDraw.Judged(drawn, observations),
            Notes =
            [
                FormattableString.Invariant($"{_options.Repeats:N0} copies with Gaussian noise of {_options.Level} standard deviations of each feature"),
                .. QueryNotes.Of(observations, drawn, _options.Repeats, queries.Asked),
                .. QueryNotes.Rounding(access.Records),
            ],
        };

        double[] Signals(int[] some)
        {
            FeatureMatrix matrix = FeatureMatrix.Of(access.Records.Select(some));
            TargetOutputs outputs = queries.Ask(matrix.ToRecords(Noisy(matrix, some, units, run.Seed)), row => some[row / _options.Repeats]);
            int[] labels = [.. some.SelectMany(record => Enumerable.Repeat(observations.Labels![record], _options.Repeats))];
            var values = new double[labels.Length];
            Signal.ScaledLogit.Compute(outputs, labels, values);
            return values;
        }
    }

    private double[] Noisy(FeatureMatrix matrix, int[] records, IReadOnlyList<double> units, int seed)
    {
        int width = matrix.Width;
        var rows = new double[checked(records.Length * _options.Repeats * width)];
        Parallel.For(0, records.Length, i =>
        {
            var noise = new double[_options.Repeats * width];
            RecordSeed.Normal(RecordSeed.Random(RecordSeed.Of(seed, records[i], Use)), noise);
            ReadOnlySpan<double> origin = matrix.Row(i);
            Span<double> target = rows.AsSpan(i * noise.Length, noise.Length);
            for (int k = 0; k < noise.Length; k++)
            {
                target[k] = origin[k % width] + (_options.Level * units[k % width] * noise[k]);
            }
        });
        return rows;
    }

    // The loss falls as the scaled logit rises, and the latter tells apart losses that underflow.
    private static double ShareBelow(ReadOnlySpan<double> copies, double own)
    {
        double below = 0;
        foreach (double copy in copies)
        {
            below += copy < own ? 1 : copy == own ? .5 : 0;
        }

        return below / copies.Length;
    }
}
