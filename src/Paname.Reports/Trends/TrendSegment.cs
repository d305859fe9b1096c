namespace Paname.Reports;

/// <summary>Runs in a row whose estimates differ by no more than luck explains.</summary>
/// <param name="First">The place of the first of them among the trend's points, from 0.</param>
/// <param name="Last">The place of the last of them.</param>
/// <param name="Mean">Their mean, weighted by precision.</param>
/// <param name="StandardError">The mean's standard error.</param>
public sealed record TrendSegment(int First, int Last, double Mean, double StandardError);
