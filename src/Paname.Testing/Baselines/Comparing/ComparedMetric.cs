namespace Paname.Testing;

/// <summary>A compared metric before the family is judged, with what the text wants to know.</summary>
/// <param name="Row">The numbers; p-values not yet adjusted.</param>
internal sealed record ComparedMetric(BaselineMetricComparison Row)
{
    /// <summary>Whether the anchor, not what was last accepted, speaks more strongly for "worse".</summary>
    internal bool AnchorDecides { get; init; }

    /// <summary>Whether the margin is about this metric and a worsening of the margin could not be seen.</summary>
    internal bool IsBlind(double margin) => Row.Gated && MetricNames.IsAuc(Row.Name) && Row.Mde > margin;
}
