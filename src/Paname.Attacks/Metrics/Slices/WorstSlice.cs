using System.Globalization;

namespace Paname.Attacks.Metrics.Slices;

/// <summary>The slice and attack with the highest estimate. It was chosen on the data it shows: only bounds that hold for all of them together may be quoted.</summary>
public sealed class WorstSlice
{
    internal WorstSlice(SliceResult result, int chosenFrom, SliceOptions options)
    {
        Attack = result.Attack;
        Slice = result.Slice;
        Estimate = result.Together!.Value;
        ChosenFrom = chosenFrom;
        Statement = string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Slice} under {result.Attack} was chosen for the highest {options.Metric.Name} of {chosenFrom} (slices and attacks that can be computed): {Estimate.Value:0.000}, with one-sided {1 - options.Level:0.###%} bounds {Estimate.Lower:0.000} and {Estimate.Upper:0.000} that allow for the choice; the estimate itself is too high in the mean");
    }

    /// <summary>The attack's name.</summary>
    public string Attack { get; }

    /// <summary>The slice's name.</summary>
    public string Slice { get; }

    /// <summary>The estimate with bounds that hold for all slices and attacks together.</summary>
    public BoundedEstimate Estimate { get; }

    /// <summary>How many slices and attacks it was chosen from.</summary>
    public int ChosenFrom { get; }

    /// <summary>One sentence that says so, without a final full stop.</summary>
    public string Statement { get; }
}
