using System.Text;
using Paname.Attacks.Metrics;

namespace Paname.Testing;

/// <summary>Writes the judgement of a claimed epsilon: what was found, what it rests on, and what it does not show.</summary>
internal sealed class EpsilonText(EpsilonSubject subject, EpsilonOptions options, double claim, string replay)
{
    private const int CoinsWorthANote = 100;

    internal string Write(IReadOnlyList<AttackEpsilon> attacks, bool could)
    {
        AttackEpsilon? refuting = attacks.FirstOrDefault(attack => attack.Refutes(claim));
        EpsilonEstimate strongest = attacks[0].Estimate;
        var text = new StringBuilder();
        text.AppendLine(Headline(attacks[0], refuting));
        text.AppendLine(Line($"  {subject.Target}: {subject.Compared}"));
        if (subject.Shadows is { } shadows)
        {
            text.AppendLine(Line($"  Shadow models: {shadows.TrimEnd('.')}."));
        }

        text.AppendLine();
        Table(text, attacks);
        text.AppendLine();
        if (strongest.Kind == EpsilonKind.Empirical)
        {
            text.AppendLine("  Empirical, not a DP bound: one model says nothing of how its training varies. Set Inclusion to FairCoins if every record was put in by its own fair coin.");
        }

        text.AppendLine(Line($"  Rests on: {strongest.RestsOn}."));
        text.AppendLine(Line($"  Method: {Name(strongest.Method)} at delta {strongest.Delta}; {options.Level:P0} in all, shared among {Count(subject.Family, "attack")}; thresholds: {Corrections(attacks)}."));
        text.AppendLine(could
            ? Line($"  A perfect attack on as many records would show {attacks.Max(attack => attack.Ceiling):F2}.")
            : Line($"  Too few records: even a perfect attack would show {attacks.Max(attack => attack.Ceiling):F2}, so these records cannot refute {claim} whatever the model is. More records raise it."));
        if (SuspiciousBalance() is { } note)
        {
            text.AppendLine(note);
        }

        foreach (AuditFinding finding in subject.Findings)
        {
            text.AppendLine(Line($"  Note: {finding.Message.TrimEnd('.')}."));
        }

        text.AppendLine(Line($"  Evidence rule: fails only if the lower {1 - options.Level:P0} bound of an attack reaches {claim}. It never passes: a bound below the claim is no evidence of safety."));
        text.AppendLine(Line($"  Seed {subject.Seed}; replay: {replay}"));
        text.Append(Next(refuting is not null, could, Doubtful(attacks[0])));
        return text.ToString().TrimEnd();
    }

    private static string Line(FormattableString text) => FormattableString.Invariant(text);

    private static string Count(int count, string noun) => Line($"{count} {noun}{(count == 1 ? string.Empty : "s")}");

    private static string Name(EpsilonMethod method) => method switch
    {
        EpsilonMethod.ClopperPearson => "exact limits of both error rates",
        EpsilonMethod.JointBayesian => "joint Bayesian bound",
        EpsilonMethod.GaussianDp => "exact limits of both error rates, read as Gaussian differential privacy",
        EpsilonMethod.OneRun => "one-run bound of Steinke, Nasr and Jagielski",
        _ => "one-run bound of Mahloujifar, Melis and Chaudhuri for Gaussian mechanisms",
    };

    // Attacks whose score is a yes or no have a correction of their own.
    private static string Corrections(IReadOnlyList<AttackEpsilon> attacks) => string.Join(", ", attacks
        .GroupBy(attack => attack.Estimate.Correction, StringComparer.Ordinal)
        .Select((group, i) => i == 0 ? group.Key : $"{group.Key} ({string.Join(", ", group.Select(attack => attack.Attack))})"));

    private string Headline(AttackEpsilon strongest, AttackEpsilon? refuting)
    {
        if (refuting is null)
        {
            return Doubtful(strongest)
                ? Line($"Not refuted: an epsilon of {claim} for {subject.Target}; nor is it shown. {strongest.Attack} reaches it, but not by the model alone.")
                : Line($"Not refuted: an epsilon of {claim} for {subject.Target}; nor is it shown. A weak attack proves nothing.");
        }

        string how = refuting.Estimate.Kind == EpsilonKind.Empirical ? " empirically" : string.Empty;
        return Line($"Refuted{how}: an epsilon of {claim} for {subject.Target}; {refuting.Attack} shows at least {refuting.Estimate.Value:F2} at delta {refuting.Estimate.Delta}.");
    }

    private bool Doubtful(AttackEpsilon attack) => attack.Doubt is not null && attack.Estimate.Value >= claim;

    private void Table(StringBuilder text, IReadOnlyList<AttackEpsilon> attacks)
    {
        int names = attacks.Max(attack => Math.Max(attack.Attack.Length, "attack".Length));
        text.AppendLine(Line($"  {"attack".PadRight(names)}  epsilon at least  verdict"));
        foreach (AttackEpsilon attack in attacks)
        {
            string verdict = attack.Refutes(claim) ? "refutes the claim" : "does not refute the claim";
            verdict += Doubtful(attack) ? $": {attack.Doubt}" : string.Empty;
            text.AppendLine(Line($"  {attack.Attack.PadRight(names)}  {attack.Estimate.Value,16:F4}  {verdict}"));
        }

        foreach (UnscoredAttack missing in subject.Missing)
        {
            text.AppendLine(Line($"  {missing.Said}"));
        }
    }

    // Fair coins rarely give halves of exactly one size; whoever balanced them did not throw coins.
    private string? SuspiciousBalance() => options.Inclusion == Inclusion.FairCoins && subject.Members == subject.NonMembers && subject.Members >= CoinsWorthANote
        ? "  Note: both sides have exactly as many records, which fair coins seldom give. Balanced halves are not independent coins, and the bound does not hold for them."
        : null;

    private static string Next(bool refuted, bool could, bool doubtful) => (refuted, could, doubtful) switch
    {
        (true, _, _) => """
              Try next:
              - check the privacy accountant: noise multiplier, sampling rate, number of steps, clipping of each record's gradient alone;
              - look for records that enter more than once, or by another way than the noisy gradient (normalisation, vocabulary, early stopping on the same data).
            """,
        (_, _, true) => """
              Try next:
              - mend what the table names: members and non-members must come from one distribution, best by a coin for each record.
            """,
        (_, false, _) => """
              Try next:
              - audit more records, or claim less.
            """,
        _ => """
              Try next:
              - a stronger attack: shadow models, canaries made to be remembered, more records with a coin of their own.
            """,
    };
}
