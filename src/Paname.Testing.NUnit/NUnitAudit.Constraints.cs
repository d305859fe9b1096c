using System.Runtime.CompilerServices;
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
        /// <param name="file">The test's file; the compiler fills it in.</param>
        /// <param name="line">The test's line; the compiler fills it in.</param>
        /// <returns>The constraint.</returns>
        public static ShownBelowConstraint ShownBelow(double limit, Evidence evidence = Evidence.UpperBound, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0) => new(limit, evidence) { File = file, Line = line };
    }

    extension(ConstraintExpression expression)
    {
        /// <summary>Holds an audited metric against a limit within a longer expression.</summary>
        /// <param name="limit">The limit, strictly between 0 and 1; for the AUC above 0.5.</param>
        /// <param name="evidence">How the numbers are read; by default the upper 95 % bound of every attack must lie below the limit.</param>
        /// <param name="file">The test's file; the compiler fills it in.</param>
        /// <param name="line">The test's line; the compiler fills it in.</param>
        /// <returns>The constraint.</returns>
        public ShownBelowConstraint ShownBelow(double limit, Evidence evidence = Evidence.UpperBound, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
        {
            ArgumentNullException.ThrowIfNull(expression);
            var constraint = new ShownBelowConstraint(limit, evidence) { File = file, Line = line };
            expression.Append(constraint);
            return constraint;
        }
    }
}
