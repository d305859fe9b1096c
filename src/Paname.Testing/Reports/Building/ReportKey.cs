using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Paname.Testing;

/// <summary>The key of an audit: fit for a file name, and the same for the same model, data, attack set, seed and whatever else decides the numbers.</summary>
internal static class ReportKey
{
    private const int NameLength = 40;
    private const int HashLength = 12;

    internal static string Of(MembershipAuditResult audit, IEnumerable<ReportAttack> attacks)
    {
        string[] parts =
        [
            audit.Target,
            audit.TargetFingerprint ?? Found(attacks),
            audit.DataFingerprint,
            audit.AttackSet,
            audit.Seed.ToString(CultureInfo.InvariantCulture),
            audit.Shadows ?? string.Empty,
            audit.TimeBudget?.Ticks.ToString(CultureInfo.InvariantCulture) ?? string.Empty,
            audit.Controls.Count > 0 ? "controls" : string.Empty,
            string.Join(';', audit.Utility.Select(metric => FormattableString.Invariant($"{metric.Name}={metric.Value:R}"))),
        ];
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts)));
        return $"{Plain(audit.Target)}-{Convert.ToHexStringLower(hash)[..HashLength]}";
    }

    // A delegate has no content that could be told from another's; what was found tells them apart.
    private static string Found(IEnumerable<ReportAttack> attacks)
        => string.Join(';', attacks.SelectMany(attack => attack.Metrics.Select(metric => FormattableString.Invariant($"{attack.Name} {metric.Key}={metric.Estimate:R}"))));

    private static string Plain(string name)
    {
        string letters = string.Concat(Path.GetFileNameWithoutExtension(name).Take(NameLength).Select(letter => char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : '-')).Trim('-');
        return letters.Length > 0 ? letters : "model";
    }
}
