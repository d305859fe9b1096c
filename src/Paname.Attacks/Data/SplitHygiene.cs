using Paname.Attacks.Data.Hygiene;

namespace Paname.Attacks.Data;

/// <summary>The findings about a split into members and non-members. Records are compared by the exact typed values (-0 equals 0).</summary>
public sealed class SplitHygiene
{
    private SplitHygiene(IReadOnlyList<HygieneFinding> findings) => Findings = findings;

    /// <summary>The findings, fatal ones first; empty for a clean split.</summary>
    public IReadOnlyList<HygieneFinding> Findings { get; }

    /// <summary>Whether a finding makes an audit of this split meaningless.</summary>
    public bool IsFatal => Findings.Any(finding => finding.IsFatal);

    /// <summary>Throws if a finding is fatal.</summary>
    /// <exception cref="PanameDataException">A record or an id is on both sides.</exception>
    public void ThrowIfFatal()
    {
        if (IsFatal)
        {
            throw new PanameDataException(string.Join(" ", Findings.Where(finding => finding.IsFatal).Select(finding => finding.Message)));
        }
    }

    internal static SplitHygiene Inspect(MembershipData data)
    {
        var findings = new List<HygieneFinding>();
        findings.AddRange(RecordFindings.Of(data));
        findings.AddRange(IdFindings.Of(data));
        findings.AddRange(ClassFindings.Of(data));
        return new SplitHygiene([.. findings.OrderByDescending(finding => finding.IsFatal)]);
    }
}
