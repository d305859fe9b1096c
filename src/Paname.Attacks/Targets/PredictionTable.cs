namespace Paname.Attacks.Targets;

/// <summary>Predictions as they were given, before they are checked and ordered.</summary>
internal sealed record PredictionTable(
    string Name,
    OutputKind Kind,
    int Classes,
    ReadOnlyMemory<double> Values,
    IReadOnlyList<bool> Member,
    IReadOnlyList<int>? Labels,
    IReadOnlyList<string>? Ids,
    IReadOnlyList<string>? Groups,
    IReadOnlyList<string>? ClassNames,
    bool ShowIds)
{
    internal PredictionTable(string name, OutputKind kind, int classes, ReadOnlyMemory<double> values, IReadOnlyList<bool> member, IReadOnlyList<int>? labels, PredictionOptions options)
        : this(options.Name ?? name, kind, classes, values, member, labels, options.Ids, options.Groups, options.ClassNames, options.ShowIds)
    {
    }

    /// <summary>The classes of single-column outputs: as declared, else the highest label + 1; at least 2 unless losses or residuals come without labels.</summary>
    internal static int ClassesOf(OutputKind kind, int? declared, IEnumerable<int> labels)
    {
        if (declared is { } classes)
        {
            return classes;
        }

        int highest = labels.DefaultIfEmpty(-1).Max();
        return TargetOutputs.NeedsNoLabels(kind) && highest < 0 ? 1 : Math.Max(2, highest + 1);
    }
}
