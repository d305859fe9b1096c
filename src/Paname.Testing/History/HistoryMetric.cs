namespace Paname.Testing;

/// <summary>One metric of one audit in a history.</summary>
/// <param name="Estimate">The estimate.</param>
/// <param name="Lower">Its lower one-sided 95 % bound.</param>
/// <param name="Upper">Its upper one-sided 95 % bound.</param>
/// <param name="StandardError">Its standard error over records.</param>
public sealed record HistoryMetric(double Estimate, double Lower, double Upper, double StandardError);
