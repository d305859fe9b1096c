using System.Globalization;
using NUnit.Framework.Constraints;
using Paname.Testing;

namespace NUnit.Framework;

/// <summary>Succeeds when an <see cref="AuditedMetric"/> is shown to lie below a limit.</summary>
/// <param name="limit">The limit.</param>
/// <param name="evidence">How the numbers are read.</param>
public sealed class ShownBelowConstraint(double limit, Evidence evidence) : Constraint(limit, evidence)
{
    internal string? File { get; init; }

    internal int Line { get; init; }

    /// <inheritdoc/>
    public override string Description => string.Create(CultureInfo.InvariantCulture, $"shown below {limit}");

    /// <inheritdoc/>
    public override ConstraintResult ApplyTo<TActual>(TActual actual)
    {
        if (actual is not AuditedMetric metric)
        {
            throw new ArgumentException("ShownBelow applies to an audited metric: Assert.AuditAuc(model, data), result.Auc or result.TprAt(0.01).", nameof(actual));
        }

        return new VerdictResult(this, metric.Judge(limit, evidence, File, Line));
    }

    private sealed class VerdictResult(IConstraint constraint, Verdict verdict) : ConstraintResult(constraint, verdict.Outcome, verdict.Holds)
    {
        public override void WriteMessageTo(MessageWriter writer) => writer.Write(verdict.Message);
    }
}
