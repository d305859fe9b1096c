using System.Numerics.Tensors;
using Paname.Attacks.Data;
using Paname.Attacks.Signals;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Membership;

/// <summary>The distance from each record to the decision boundary, by HopSkipJump; 0 where the record is classified wrongly.</summary>
internal sealed class BoundaryDistanceAttack : IMembershipAttack
{
    private const int Use = 2;

    private readonly BoundaryDistanceOptions _options;

    internal BoundaryDistanceAttack(BoundaryDistanceOptions options)
    {
        options.Check();
        _options = options;
    }

    public string Name => "BoundaryDistance";

    public string Source => "Choquette-Choo, Tramèr, Carlini, Papernot: Label-Only Membership Inference Attacks (2021); Li, Zhang: Membership Leakage in Label-Only Exposures (2021)";

    public bool IsGraded => true;

    /// <summary>Numbers of one round of questions held at a time; the answers do not depend on it.</summary>
    internal int NumbersAtOnce { get; init; } = 1 << 22;

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
        BoundarySpace space = BoundarySpace.Of(FeatureSpread.Of(access.Records), _options);
        int[] drawn = RecordDraw.Of(observations, _options.MaxRecordsPerSide, run.Seed);
        FeatureMatrix matrix = FeatureMatrix.Of(access.Records.Select(drawn));
        double[][] points = [.. Enumerable.Range(0, drawn.Length).Select(i => space.Point(matrix.Row(i)))];
        int[] predicted = [.. drawn.Select(record => TargetQueries.Predicted(observations.Outputs, record))];
        int[] labels = [.. drawn.Select(record => observations.Labels![record])];
        var queries = new TargetQueries(access.Target, run.CancellationToken);
        var running = new BoundarySearches(space, matrix, queries, run.CancellationToken);
        var scores = new double[drawn.Length];
        int endless = 0;
        int[] right = [.. Enumerable.Range(0, drawn.Length).Where(i => predicted[i] == labels[i])];
        int atOnce = (int)Math.Max(1, NumbersAtOnce / ((long)_options.Evaluations(_options.MaxIterations) * matrix.Width));
        for (int start = 0; start < right.Length; start += atOnce)
        {
            (int Row, int Label, HopSkipJump Search)[] searches = [.. right.Skip(start).Take(atOnce).Select(i => (i, labels[i], SearchOf(i)))];
            int before = start;
            running.Run(searches, drawn, ended => run.Progress?.Report((before + ended) / (double)right.Length));
            foreach ((int row, _, HopSkipJump search) in searches)
            {
                scores[row] = search.Distance;
                endless += search.Found ? 0 : 1;
            }
        }

        return new AttackScores(RecordDraw.Spread(scores, drawn, observations))
        {
            Judged = RecordDraw.Judged(drawn, observations),
            Notes = [.. Notes(observations, access, drawn, queries.Asked, endless)],
        };

        HopSkipJump SearchOf(int i)
            => new(space, points[i], _options, () => Nearest(points, predicted, i), RecordSeed.Of(run.Seed, drawn[i], Use));
    }

    /// <summary>The nearest drawn record that the target gives another class: what it says there is known.</summary>
    private static double[]? Nearest(double[][] points, int[] predicted, int record)
    {
        double[]? nearest = null;
        double least = double.PositiveInfinity;
        for (int i = 0; i < points.Length; i++)
        {
            double distance = predicted[i] == predicted[record] ? double.PositiveInfinity : TensorPrimitives.Distance<double>(points[record], points[i]);
            (least, nearest) = distance < least ? (distance, points[i]) : (least, nearest);
        }

        return nearest;
    }

    private IEnumerable<string> Notes(MembershipObservations observations, QueryAccess access, int[] drawn, long asked, int endless)
    {
        yield return _options.Standardise ? "distance in standard deviations of each feature" : "distance in the units of the features";
        foreach (string note in QueryNotes.Of(observations, drawn, _options.QueriesPerRecord, asked).Concat(QueryNotes.Rounding(access.Records)))
        {
            yield return note;
        }

        if (endless > 0)
        {
            yield return FormattableString.Invariant($"no other class found within the range of the features for {endless:N0} records, whose distance is taken as the diagonal of that range");
        }
    }
}
