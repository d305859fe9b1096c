namespace Paname.Attacks.Metrics;

/// <summary>A point of a ROC curve: what "member iff score &gt;= threshold" gives.</summary>
/// <param name="Fpr">False positive rate: the share of non-members called members.</param>
/// <param name="Tpr">True positive rate: the share of members called members.</param>
/// <param name="Threshold">The threshold; positive infinity at the first point, where nothing is called a member.</param>
public readonly record struct RocPoint(double Fpr, double Tpr, double Threshold);
