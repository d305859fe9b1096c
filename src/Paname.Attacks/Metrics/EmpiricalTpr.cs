namespace Paname.Attacks.Metrics;

/// <summary>The largest TPR among thresholds whose empirical FPR is at most the given one.</summary>
internal static class EmpiricalTpr
{
    internal static double At(SortedScores members, SortedScores nonMembers, double fpr)
    {
        int allowed = FalsePositivesAllowed(nonMembers.Count, fpr);
        return allowed == nonMembers.Count ? 1 : (double)members.Above(nonMembers.Descending(allowed + 1)) / members.Count;
    }

    // The largest f with f / n <= fpr as the division rounds, so that 3 of 300 counts as 1 %.
    private static int FalsePositivesAllowed(int nonMembers, double fpr)
    {
        int f = (int)Math.Clamp(Math.Floor(nonMembers * fpr) + 1, 0, nonMembers);
        while (f > 0 && (double)f / nonMembers > fpr)
        {
            f--;
        }

        return f;
    }
}
