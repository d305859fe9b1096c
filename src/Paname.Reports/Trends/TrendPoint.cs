using Paname.Testing;

namespace Paname.Reports;

/// <summary>One run in a trend.</summary>
/// <param name="Run">Its place in the history of the model, from 1.</param>
/// <param name="Entry">The run.</param>
/// <param name="Value">The metric's estimate and bounds.</param>
public sealed record TrendPoint(int Run, HistoryEntry Entry, HistoryMetric Value);
