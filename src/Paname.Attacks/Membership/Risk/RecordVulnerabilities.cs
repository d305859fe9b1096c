using Paname.Attacks.Metrics;
using Paname.Attacks.Shadows;

namespace Paname.Attacks.Membership.Risk;

/// <summary>The vulnerability of each audited record.</summary>
/// <remarks>
/// Read from shadow models alone: it says what training on a record gives away, not whether the target was trained on it. Averages hide it: on CIFAR-10 a true positive rate of
/// 4 % at 0.1 % false positives in the mean went with 99.9 % for the most vulnerable record (Aerni, Zhang, Tramèr, "Evaluations of Machine Learning Privacy Defenses are Misleading", 2024).
/// </remarks>
public sealed class RecordVulnerabilities
{
    private RecordVulnerabilities(RecordVulnerability[] records, VulnerabilityOptions options)
    {
        Records = records;
        Options = options;
    }

    /// <summary>One per audited record, in their order.</summary>
    public IReadOnlyList<RecordVulnerability> Records { get; }

    /// <summary>What counted as memorised, and the level.</summary>
    public VulnerabilityOptions Options { get; }

    /// <summary>How many records could not be assessed, having fewer than two models on a side.</summary>
    public int NotAssessed => Records.Count(record => record.NotAssessed is not null);

    /// <summary>How many records are proven memorised; at the level, none of them wrongly.</summary>
    public int ProvenMemorised => Records.Count(record => record.ProvenMemorised);

    /// <summary>Assesses every audited record. Views of a record are averaged within each model first.</summary>
    /// <param name="shadows">What the shadow models say; the target's own signals are not read.</param>
    /// <param name="options">What counts as memorised, and the level; default <see langword="null"/>: the defaults.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>One assessment per record.</returns>
    public static RecordVulnerabilities Assess(ShadowObservations shadows, VulnerabilityOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(shadows);
        options ??= new VulnerabilityOptions();
        var records = new RecordVulnerability[shadows.Shadows.Records];
        var pValues = new double[records.Length];
        Parallel.For(0, records.Length, new ParallelOptions { CancellationToken = cancellationToken }, r => (records[r], pValues[r]) = VulnerabilityOfRecord.Assess(shadows, r, options));
        int[] family = [.. Enumerable.Range(0, records.Length).Where(r => records[r].Memorisation is not null)];
        double[] adjusted = Holm.Adjust([.. family.Select(r => pValues[r])]);
        for (int i = 0; i < family.Length; i++)
        {
            records[family[i]] = records[family[i]] with { AdjustedPValue = adjusted[i], ProvenMemorised = adjusted[i] <= options.Level };
        }

        return new RecordVulnerabilities(records, options);
    }

    /// <summary>The most vulnerable records. Records that could not be assessed are not among them: see <see cref="NotAssessed"/>.</summary>
    /// <param name="count">How many, 1 at least; more are given where others tie with the last.</param>
    /// <param name="name">Names a record by its zero-based index with an opaque id; never a value of the record.</param>
    /// <param name="measure">What to rank by; default the separation.</param>
    /// <returns>By rank, then by name; empty when no record has the measure.</returns>
    public IReadOnlyList<RankedRecord> Top(int count, Func<int, string> name, RiskMeasure measure = RiskMeasure.Separation)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!Enum.IsDefined(measure))
        {
            throw new ArgumentOutOfRangeException(nameof(measure));
        }

        int[] assessed = [.. Enumerable.Range(0, Records.Count).Where(r => Risk(Records[r], measure) is not null)];
        return
        [
            .. RiskRanking.Top([.. assessed.Select(r => Risk(Records[r], measure)!.Value)], count, i => name(assessed[i]))
                .Select(ranked => ranked with { Record = assessed[ranked.Record] }),
        ];
    }

    private static double? Risk(RecordVulnerability record, RiskMeasure measure) =>
        measure == RiskMeasure.Memorisation ? record.Memorisation?.Value : record.Separation is { } separation ? Math.Abs(separation.Value) : null;
}
