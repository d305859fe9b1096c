namespace Paname.Testing;

/// <summary>One metric of one attack with one-sided 95 % bounds.</summary>
/// <param name="Key">The metric's name in machine-readable results: "auc", "tpr@0.01".</param>
/// <param name="Name">Its name for people: "AUC", "TPR at 1 % FPR".</param>
/// <param name="Estimate">The estimate.</param>
/// <param name="Lower">The lower bound.</param>
/// <param name="Upper">The upper bound.</param>
/// <param name="StandardError">The standard error of the estimate.</param>
public sealed record ReportMetric(string Key, string Name, double Estimate, double Lower, double Upper, double StandardError);
