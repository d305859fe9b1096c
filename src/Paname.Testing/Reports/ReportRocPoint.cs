namespace Paname.Testing;

/// <summary>One point of a ROC curve. Bounds are given at planned false positive rates only: they hold there one at a time, not for the whole curve.</summary>
/// <param name="Fpr">False positive rate, from 0 to 1.</param>
/// <param name="Tpr">True positive rate, from 0 to 1.</param>
/// <param name="Lower">Lower one-sided 95 % bound of the true positive rate at that rate of the population, or <see langword="null"/>.</param>
/// <param name="Upper">Upper one-sided 95 % bound, or <see langword="null"/>.</param>
public sealed record ReportRocPoint(double Fpr, double Tpr, double? Lower = null, double? Upper = null);
