namespace Paname.Attacks.Metrics.Slices;

/// <summary>The claim about one slice under one attack, on its way to a result.</summary>
internal sealed class SliceTest
{
    private readonly ScoreSample? _sample;
    private readonly SliceOptions _options;

    internal SliceTest(string attack, ScoreSlice slice, SliceOptions options)
    {
        _sample = slice.Sample;
        _options = options;
        (int members, int nonMembers) = _sample is null ? (slice.Members, slice.NonMembers) : options.Metric.Units(_sample, options.Seed);
        SampleSizeRefusal? tooFew = options.Metric.TooFewToCompute(members, nonMembers, options.Limit, options.Level);
        CanBeComputed = tooFew is null;
        Result = new SliceResult(attack, slice.Name, members, nonMembers) { Refusal = tooFew };
    }

    /// <summary>Known from the numbers of records alone, so that the family is fixed before any score.</summary>
    internal bool CanBeComputed { get; }

    internal SliceResult Result { get; private set; }

    /// <summary>Computes the bounds and gives the p-value.</summary>
    internal double Compute(int family)
    {
        SampleSizeRefusal? refusal = _options.Metric.Refusal(_sample!, _options.Limit, _options.Seed);
        Result = Result with
        {
            Refusal = refusal,
            Estimate = _options.Metric.Estimate(_sample!, _options.Level, _options.Seed),
            Together = _options.Metric.Estimate(_sample!, _options.Level / family, _options.Seed),
        };
        return refusal?.Kind is SampleSizeRefusalKind.TooFewToCompute or SampleSizeRefusalKind.TooFewForVerdict ? 1 : _options.Metric.PValueAtLeast(_sample!, _options.Limit, _options.Seed);
    }

    internal void Conclude(double adjusted) => Result = Result with { AdjustedPValue = adjusted, LeakProven = adjusted <= _options.Level };
}
