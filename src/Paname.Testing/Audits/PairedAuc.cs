namespace Paname.Testing;

/// <summary>An attack's AUC against the previous model.</summary>
/// <param name="Previous">The AUC; NaN when there is none.</param>
/// <param name="StandardError">The standard error of its difference to the AUC against the audited model, over the same records (paired DeLong); NaN when there is none.</param>
/// <param name="NotPaired">Why there is none, as a clause; null when there is one.</param>
internal sealed record PairedAuc(double Previous, double StandardError, string? NotPaired)
{
    internal static PairedAuc Not(string reason) => new(double.NaN, double.NaN, reason);
}
