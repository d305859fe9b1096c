namespace Paname.Attacks.Data.Csv;

/// <summary>Reads members and non-members from two CSV files with one header.</summary>
internal sealed class CsvMembershipReader
{
    private readonly CsvOptions _options;
    private readonly LabelColumn _label;
    private readonly string? _id;

    private CsvMembershipReader(string label, string? id, CsvOptions options)
    {
        _options = options;
        _label = new LabelColumn(label, options.LabelMap);
        _id = id;
    }

    internal static MembershipData Read(string members, string nonMembers, string label, string? id, CsvOptions options)
    {
        using CsvSource memberSource = CsvSource.Open(members, options.Delimiter);
        using CsvSource nonMemberSource = CsvSource.Open(nonMembers, options.Delimiter);
        if (string.Equals(memberSource.FullPath, nonMemberSource.FullPath, StringComparison.Ordinal))
        {
            throw new PanameDataException($"Members and non-members are the same file, {memberSource.Name}. Give the records the model was trained on as members, held-out ones as non-members.");
        }

        return new CsvMembershipReader(label, id, options).Read(memberSource, nonMemberSource);
    }

    private MembershipData Read(CsvSource members, CsvSource nonMembers)
    {
        FeatureColumn[] columns = Columns(members, nonMembers);
        CsvSide memberSide = Side(members, nonMembers, columns);
        CsvSide nonMemberSide = Side(nonMembers, members, columns);
        _label.RequireClassZero($"{members.Name} and {nonMembers.Name}");
        return new MembershipData(
            memberSide.Build(columns),
            nonMemberSide.Build(columns),
            new MembershipDataOptions { ShowIds = _options.ShowIds, ClassNames = _label.ClassNames });
    }

    private FeatureColumn[] Columns(CsvSource members, CsvSource nonMembers)
    {
        foreach ((CsvSource source, CsvSource other) in new[] { (members, nonMembers), (nonMembers, members) })
        {
            CsvHeaderCheck.Require(source, other, _label.Name, "label");
            foreach ((string? column, string role) in new[] { (_id, "id"), (_options.Group, "group") })
            {
                if (column is not null)
                {
                    CsvHeaderCheck.Require(source, other, column, role);
                }
            }
        }

        string[] features = FeatureSelection.Choose(members, nonMembers, _label.Name, _id, _options);
        foreach (string named in (_options.TextColumns ?? []).Concat(_options.Missing?.Columns ?? []))
        {
            if (!features.Contains(named, StringComparer.Ordinal))
            {
                throw new ArgumentException($"CsvOptions names '{named}' as a text column or in the rule for missing values, but it is no feature column.");
            }
        }

        return [.. features.Select(name => new FeatureColumn(name, _options.TextColumns?.Contains(name) == true, _options))];
    }

    private CsvSide Side(CsvSource source, CsvSource other, FeatureColumn[] columns)
    {
        int label = CsvHeaderCheck.Require(source, other, _label.Name, "label");
        var ids = new OptionalColumn(source, other, _id, "id");
        var groups = new OptionalColumn(source, other, _options.Group, "group");
        int[] positions = [.. columns.Select(column => CsvHeaderCheck.Require(source, other, column.Name, "feature"))];
        var side = new CsvSide(source.Name, columns.Length, ids, groups);
        while (source.Read())
        {
            side.Labels.Add(_label.Read(source, source.Cells[label]));
            ids.Read();
            groups.Read();
            for (int i = 0; i < columns.Length; i++)
            {
                columns[i].Add(source, source.Cells[positions[i]], side.Cells[i]);
            }
        }

        return side.Labels.Count > 0 ? side : throw new PanameDataException($"{source.Name} has a header but no record.");
    }
}
