using Paname.Attacks.Data;

namespace Paname.Tool;

/// <summary>Reads members and non-members by the kind of their files.</summary>
internal static class DataInput
{
    internal static MembershipData Read(DataConfig? data)
    {
        string members = Words.NeedFile(data?.Members, "The file of members (--members, or data.members)");
        return Path.GetExtension(members).ToUpperInvariant() switch
        {
            ".NPZ" => Archive(data!, members),
            ".NPY" => MembershipData.FromNpy(members, Labels(data!.MemberLabels, "member"), NonMembers(data), Labels(data.NonMemberLabels, "non-member")),
            ".CSV" or ".TSV" or ".TXT" => Csv(data!, members),
            _ when IsIdx(members) => MembershipData.FromIdx(members, Labels(data!.MemberLabels, "member"), NonMembers(data), Labels(data.NonMemberLabels, "non-member")),
            _ => throw ToolException.WrongCommandLine("Members are read from .csv, .tsv, .txt, .npy, .npz and IDX files (-ubyte, .idx, also .gz); this file is named otherwise."),
        };
    }

    private static MembershipData Csv(DataConfig data, string members)
    {
        string label = Words.Need(data.Label, "The label column (--label, or data.label)");
        var options = new CsvOptions
        {
            LabelMap = data.LabelMap,
            Group = data.Group,
            Features = data.Features,
            Exclude = data.Exclude,
            TextColumns = data.TextColumns,
            MissingTokens = data.MissingTokens ?? [],
            Missing = data.MissingNumber is null && data.MissingText is null ? null : new MissingValueRule { Number = data.MissingNumber, Text = data.MissingText },
            Delimiter = Delimiter(data.Delimiter, members),
            ShowIds = data.ShowIds ?? false,
        };
        return MembershipData.FromCsv(members, NonMembers(data), label, data.Id, options);
    }

    /// <summary>The character between cells: as given, else a tab in a .tsv file, else a comma.</summary>
    internal static char Delimiter(string? delimiter, string file) => delimiter switch
    {
        null => file.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase) ? '\t' : ',',
        "tab" or "\\t" => '\t',
        [var character] => character,
        _ => throw ToolException.WrongCommandLine("The delimiter is one character, or the word tab."),
    };

    private static MembershipData Archive(DataConfig data, string members)
    {
        string nonMembers = NonMembers(data);
        bool one = string.Equals(members, nonMembers, StringComparison.Ordinal);
        string memberFeatures = data.MemberFeatures ?? (one ? "member_features" : "features");
        string memberLabels = data.MemberLabels ?? (one ? "member_labels" : "labels");
        return MembershipData.FromNpz(
            members,
            memberFeatures,
            memberLabels,
            data.NonMemberFeatures ?? (one ? "non_member_features" : "features"),
            data.NonMemberLabels ?? (one ? "non_member_labels" : "labels"),
            one ? null : nonMembers);
    }

    private static string NonMembers(DataConfig data) => Words.NeedFile(data.NonMembers, "The file of non-members (--non-members, or data.nonMembers)");

    private static string Labels(string? labels, string side)
        => Words.Need(labels, $"The file of {side} labels (--{side}-labels, or data.{(side == "member" ? "memberLabels" : "nonMemberLabels")})");

    private static bool IsIdx(string path)
    {
        string name = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
        return name.EndsWith("-ubyte", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".idx", StringComparison.OrdinalIgnoreCase);
    }
}
