namespace Paname.Bench.Location;

/// <summary>What one attack found against one target.</summary>
/// <param name="Auc">The AUC.</param>
/// <param name="Tpr1">The TPR at 1 % FPR.</param>
/// <param name="Tpr01">The TPR at 0.1 % FPR.</param>
internal sealed record LocationScore(double Auc, double Tpr1, double Tpr01);
