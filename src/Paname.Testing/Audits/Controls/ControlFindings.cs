using System.Globalization;
using Paname.Attacks.Membership;

namespace Paname.Testing;

/// <summary>Says what the controls mean for the verdict: a missed leak blocks Pass of that attack, a leak out of nothing Pass and Fail of it, a shifted split those of all.</summary>
internal static class ControlFindings
{
    internal static AuditFinding SwitchedOff { get; } = new("the controls were switched off: nothing shows that these attacks would have found a leak, or that the split is sound", BlocksPass: false);

    internal static IEnumerable<AuditFinding> Of(ControlResults results) => [.. Positive(results), .. Null(results), Blind(results)];

    private static IEnumerable<AuditFinding> Positive(ControlResults results)
    {
        var detected = new List<(string Attack, PositiveControlResult Result)>();
        foreach ((int i, PositiveControlResult? result) in results.Positive.Index())
        {
            if (result is { NotRun: null, Detected: false })
            {
                yield return new AuditFinding(
                    Text($"positive control failed: {results.Attacks[i]} missed a planted leak with an AUC of {result.PlantedAuc:F3} (it reached {result.Auc.Value:F3}, L {result.Auc.Lower:F3}), so that finding none shows nothing"),
                    BlocksPass: true)
                {
                    Attacks = [results.Attacks[i]],
                };
            }
            else if (result is { NotRun: null })
            {
                detected.Add((results.Attacks[i], result));
            }
        }

        if (detected.Count > 0)
        {
            double least = detected.Min(found => found.Result.PlantedAuc);
            double most = detected.Max(found => found.Result.PlantedAuc);
            string size = least == most ? Text($"{least:F3}") : Text($"{least:F3} to {most:F3}");
            yield return new AuditFinding(Text($"positive control: a planted leak with an AUC of {size} was found by {string.Join(", ", detected.Select(found => found.Attack))}"), BlocksPass: false);
        }

        foreach (AuditFinding notRun in NotRun("positive control", results, results.Positive, result => result.NotRun))
        {
            yield return notRun;
        }
    }

    private static IEnumerable<AuditFinding> Null(ControlResults results)
    {
        foreach ((int i, NullControlResult? result) in results.Null.Index())
        {
            if (result is { Alarm: true })
            {
                yield return new AuditFinding(
                    Text($"null control failed: {results.Attacks[i]} tells non-members from others flagged as members at random (z = {result.Z:F1}, alarm beyond {result.Limit:F1}), so that its score rests on the flags it is judged by"),
                    BlocksPass: true)
                {
                    BlocksFail = true,
                    Attacks = [results.Attacks[i]],
                };
            }
        }

        (string Attack, NullControlResult Result)[] quiet = [.. results.Null.Index().Where(found => found.Item is { NotRun: null, Alarm: false }).Select(found => (results.Attacks[found.Index], found.Item!))];
        if (quiet.Length > 0)
        {
            yield return new AuditFinding(
                Text($"null control: among non-members, some flagged as members at random, nothing was found by {string.Join(", ", quiet.Select(found => found.Attack))} (largest |z| {quiet.Max(found => Math.Abs(found.Result.Z)):F1}, alarm beyond {quiet[0].Result.Limit:F1})"),
                BlocksPass: false);
        }

        foreach (AuditFinding notRun in NotRun("null control", results, results.Null, result => result.NotRun))
        {
            yield return notRun;
        }
    }

    private static AuditFinding Blind(ControlResults results) => results.Blind switch
    {
        null => new AuditFinding($"blind baseline not run: {results.BlindNotRun ?? results.Late}", BlocksPass: false),
        { Shifted: true } shifted => new AuditFinding(
            Text($"shifted split: without the model, inputs and labels alone tell members from non-members with an AUC of {shifted.Auc.Value:F3} (at least {shifted.StrictLower:F3} at 99.9 %), so that attacks may measure the split instead of the model"),
            BlocksPass: true)
        {
            BlocksFail = true,
        },
        { } sound => new AuditFinding(
            Text($"blind baseline: without the model, inputs and labels alone reach an AUC of {sound.Auc.Value:F3} on {sound.Members:N0} and {sound.NonMembers:N0} held-out records; a shift of the split is not excluded up to {sound.Auc.Upper:F3}"),
            BlocksPass: false),
    };

    private static IEnumerable<AuditFinding> NotRun<T>(string control, ControlResults results, T?[] found, Func<T, string?> reason)
        where T : class
        => found.Index()
            .Select(result => (Attack: results.Attacks[result.Index], Reason: result.Item is null ? results.Late : reason(result.Item)))
            .Where(result => result.Reason is not null)
            .GroupBy(result => result.Reason!, StringComparer.Ordinal)
            .Select(group => new AuditFinding($"{control} not run for {string.Join(", ", group.Select(result => result.Attack))}: {group.Key}", BlocksPass: false));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
