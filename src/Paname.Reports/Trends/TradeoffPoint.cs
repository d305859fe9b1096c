using Paname.Testing;

namespace Paname.Reports;

/// <summary>One run between usefulness and leakage.</summary>
/// <param name="Run">Its place in the history of the model, from 1.</param>
/// <param name="Utility">How useful the model was.</param>
/// <param name="Leakage">What it leaked.</param>
/// <param name="IsBest">Whether no other run is at least as good on both and better on one: it lies on the Pareto front of the estimates.</param>
public sealed record TradeoffPoint(int Run, UtilityMetric Utility, HistoryMetric Leakage, bool IsBest);
