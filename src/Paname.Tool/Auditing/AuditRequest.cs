using System.Globalization;
using Paname.Attacks.Membership;
using Paname.Testing;

namespace Paname.Tool;

/// <summary>What a configuration asks of the library, checked before anything is opened.</summary>
/// <param name="Options">Tier, seed, controls, budget.</param>
/// <param name="Limits">The limits, in their order.</param>
/// <param name="Utility">How useful the model is.</param>
internal sealed record AuditRequest(AuditOptions Options, IReadOnlyList<AuditRequest.Limit> Limits, IReadOnlyList<UtilityMetric> Utility)
{
    internal static AuditRequest Of(AuditConfig config, Func<string, string?> variable)
    {
        // Refused before the work, not after it.
        _ = ReportFiles.LanguageOf(config.Outputs ?? new OutputsConfig());
        RunConfig run = config.Audit ?? new RunConfig();
        AttackTier tier = run.Tier is null
            ? AttackTier.Smoke
            : Words.Choose(run.Tier, "The tier", ("smoke", AttackTier.Smoke), ("standard", AttackTier.Standard), ("thorough", AttackTier.Thorough));
        if (run.TimeBudgetSeconds is { } seconds && !(seconds > 0 && seconds <= 1e9))
        {
            throw ToolException.WrongCommandLine("The time budget is a number of seconds above 0.");
        }

        return new AuditRequest(
            new AuditOptions
            {
                Tier = tier,
                Seed = run.Seed ?? Seed(variable),
                Controls = run.Controls,
                TimeBudget = run.TimeBudgetSeconds is { } budget ? TimeSpan.FromSeconds(budget) : null,
                LabelMapConfirmed = run.LabelMapConfirmed ?? false,
            },
            [.. (config.Limits ?? []).Select(Limit.Of)],
            [.. (config.Utility ?? []).Select(UtilityOf)]);
    }

    private static int? Seed(Func<string, string?> variable)
        => variable("PANAME_SEED") is not { } text || string.IsNullOrWhiteSpace(text) ? null
            : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int seed) ? seed
            : throw ToolException.WrongCommandLine("PANAME_SEED is not a whole number.");

    private static UtilityMetric UtilityOf(UtilityConfig utility) => new(
        Words.Need(utility.Name, "The name of a utility metric"),
        utility.Value is { } value && double.IsFinite(value) ? value : throw ToolException.WrongCommandLine("A utility metric needs a value, a finite number."))
    {
        HigherIsBetter = utility.HigherIsBetter ?? true,
        StandardError = utility.StandardError,
    };

    /// <summary>One limit.</summary>
    /// <param name="Fpr">The false positive rate of a TPR; null for the AUC.</param>
    /// <param name="Below">The limit.</param>
    /// <param name="Evidence">How numbers are read.</param>
    internal sealed record Limit(double? Fpr, double Below, Evidence Evidence)
    {
        internal static Evidence EvidenceOf(string word)
            => Words.Choose(word, "The evidence", ("upper-bound", Evidence.UpperBound), ("leak-proven", Evidence.LeakProven), ("point-estimate", Evidence.PointEstimate));

        internal static Limit Of(LimitConfig limit)
        {
            bool tpr = Words.Choose(limit.Metric, "A limit's metric", ("auc", false), ("tpr", true));
            double below = limit.Below ?? throw ToolException.WrongCommandLine("A limit needs the number it is below.");
            Evidence evidence = limit.Evidence is null ? Evidence.UpperBound : EvidenceOf(limit.Evidence);
            if (!(below > (tpr ? 0 : .5) && below < 1))
            {
                throw ToolException.WrongCommandLine(tpr ? "A limit on a TPR lies strictly between 0 and 1." : "A limit on the AUC lies strictly between 0.5, which is guessing, and 1.");
            }

            return tpr == limit.Fpr is not null && limit.Fpr is null or (> 0 and < 1)
                ? new Limit(limit.Fpr, below, evidence)
                : throw ToolException.WrongCommandLine("A limit on a TPR needs a false positive rate strictly between 0 and 1; one on the AUC has none.");
        }
    }
}
