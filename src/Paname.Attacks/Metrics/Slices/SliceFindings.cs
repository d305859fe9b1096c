namespace Paname.Attacks.Metrics.Slices;

/// <summary>What the attacks show on each slice.</summary>
public sealed class SliceFindings
{
    private SliceFindings(SliceResult[] results, int comparisons, SliceOptions options)
    {
        Results = results;
        Comparisons = comparisons;
        Options = options;
        SliceResult? worst = results.Where(result => result.Together is not null).OrderByDescending(result => result.Together!.Value.Value)
            .ThenBy(result => result.Slice, StringComparer.Ordinal).ThenBy(result => result.Attack, StringComparer.Ordinal).FirstOrDefault();
        Worst = worst is null ? null : new WorstSlice(worst, comparisons, options);
    }

    /// <summary>One per attack and slice, attacks in the order given, slices by name; those too small to compute too, with the reason.</summary>
    public IReadOnlyList<SliceResult> Results { get; }

    /// <summary>How many of them can be computed: the size of the family, known from the numbers of records before any score.</summary>
    public int Comparisons { get; }

    /// <summary>The claim and the level.</summary>
    public SliceOptions Options { get; }

    /// <summary>The slice and attack with the highest estimate; <see langword="null"/> when none can be computed.</summary>
    public WorstSlice? Worst { get; }

    /// <summary>Computes the metric on every slice. Proofs of a leak are corrected by Holm over slices and attacks.</summary>
    /// <param name="attacks">The scores of each attack, at least one, with distinct names.</param>
    /// <param name="options">Metric, limit, level.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>All results.</returns>
    public static SliceFindings Of(IReadOnlyList<SlicedScores> attacks, SliceOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(attacks);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfZero(attacks.Count, nameof(attacks));
        if (attacks.DistinctBy(attack => attack.Attack).Count() != attacks.Count)
        {
            throw new ArgumentException("An attack is given twice: its slices would be counted twice.", nameof(attacks));
        }

        SliceTest[] tests = [.. attacks.SelectMany(attack => attack.Slices.Select(slice => new SliceTest(attack.Attack, slice, options)))];
        SliceTest[] family = [.. tests.Where(test => test.CanBeComputed)];
        var pValues = new double[family.Length];
        Parallel.For(0, family.Length, new ParallelOptions { CancellationToken = cancellationToken }, i => pValues[i] = family[i].Compute(family.Length));
        double[] adjusted = Holm.Adjust(pValues);
        for (int i = 0; i < family.Length; i++)
        {
            family[i].Conclude(adjusted[i]);
        }

        return new SliceFindings([.. tests.Select(test => test.Result)], family.Length, options);
    }

    /// <summary>Planning: members, and as many non-members, that each slice needs for a model without leak to show every slice below the limit under every attack.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="limit">The limit: above what guessing gets, below 1.</param>
    /// <param name="comparisons">Slices times attacks, 1 at least.</param>
    /// <param name="power">The probability that all of them pass together, in (0, 1); default 0.8. Each is planned at 1 - (1 - power) / comparisons.</param>
    /// <returns>Records per side and slice; <see cref="int.MaxValue"/> when no number does.</returns>
    public static int RequiredPerSide(LeakMetric metric, double limit, int comparisons, double power = 0.8)
    {
        ArgumentNullException.ThrowIfNull(metric);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(comparisons);
        MetricArguments.CheckInside(power, 0, 1);
        return metric.RequiredPerSide(limit, 1 - ((1 - power) / comparisons));
    }
}
