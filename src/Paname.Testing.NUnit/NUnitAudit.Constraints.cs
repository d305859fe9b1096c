using NUnit.Framework.Constraints;
using Paname.Testing;

namespace NUnit.Framework;

public static partial class NUnitAudit
{
    extension(Is)
    {
        /// <summary>Holds an audited metric against a limit: <c>Assert.That(result.Auc, Is.ShownBelow(0.55))</c>.</summary>
        /// <param name="limit">The limit, strictly between 0 and 1; for the AUC above 0.5.</param>
        /// <param name="evidence">How the numbers are read; by default the upper 95 % bound of every attack must lie below the limit.</param>
        /// <returns>The constraint.</returns>
        public static ShownBelowConstraint ShownBelow(double limit, Evidence evidence = Evidence.UpperBound) => new(limit, evidence);
    }

    extension(ConstraintExpression expression)
    {
        /// <summary>Holds an audited metric against a limit within a longer expression.</summary>
        /// <param name="limit">The limit, strictly between 0 and 1; for the AUC above 0.5.</param>
        /// <param name="evidence">How the numbers are read; by default the upper 95 % bound of every attack must lie below the limit.</param>
        /// <returns>The constraint.</returns>
        public ShownBelowConstraint ShownBelow(double limit, Evidence evidence = Evidence.UpperBound)
        {
            ArgumentNullException.ThrowIfNull(expression);
            var constraint = new ShownBelowConstraint(limit, evidence);
            expression.Append(constraint);
            return constraint;
        }
    }
}
