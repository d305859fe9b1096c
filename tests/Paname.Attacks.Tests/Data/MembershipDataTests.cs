using Paname.Attacks.Data;

namespace Paname.Attacks.Tests.Data;

public sealed class MembershipDataTests : IDisposable
{
    private static readonly float[][] s_members = [[1, 2], [3, 4]];
    private static readonly float[][] s_others = [[5, 6]];
    private readonly TempFiles _files = new();

    [Fact]
    public void Fingerprint_is_of_the_content_and_not_of_the_path()
    {
        string a = "Id,G,X,Y\n1,g,1,0\n2,g,2,1\n";
        string b = "Id,G,X,Y\n3,h,3,0\n";
        string Of(string members, string nonMembers) => MembershipData.FromCsv(
            _files.Text("m.csv", members), _files.Text("n.csv", nonMembers), "Y", "Id", new CsvOptions { Group = "G" }).Fingerprint;
        string same = Of(a, b);
        _files.Text("other.csv", a);
        _files.Text("other2.csv", b);

        Assert.Matches("^[0-9a-f]{64}$", same);
        Assert.Equal(same, Of(a, b));
        Assert.Equal(same, MembershipData.FromCsv(Path.Combine(_files.Folder, "other.csv"), Path.Combine(_files.Folder, "other2.csv"), "Y", "Id", new CsvOptions { Group = "G" }).Fingerprint);
        string[] changed =
        [
            Of(a.Replace("2,g,2,1", "2,g,2.5,1", StringComparison.Ordinal), b),
            Of(a.Replace("2,g,2,1", "2,g,2,0", StringComparison.Ordinal), b),
            Of(a.Replace("2,g,2,1", "9,g,2,1", StringComparison.Ordinal), b),
            Of(a.Replace("2,g,2,1", "2,i,2,1", StringComparison.Ordinal), b),
            Of(a.Replace("X", "Z", StringComparison.Ordinal), b.Replace("X", "Z", StringComparison.Ordinal)),
            Of(b, a),
        ];
        Assert.Equal(changed.Length + 1, changed.Append(same).Distinct().Count());
    }

    [Fact]
    public void FromArrays_jagged_matrix_memory_and_rows_agree()
    {
        MembershipData jagged = MembershipData.FromArrays(s_members, [0, 1], s_others, [1]);
        MembershipData matrix = MembershipData.FromArrays(new float[,] { { 1, 2 }, { 3, 4 } }, [0, 1], new float[,] { { 5, 6 } }, [1]);
        MembershipData memory = MembershipData.FromArrays<float>(new float[] { 1, 2, 3, 4 }, [0, 1], new float[] { 5, 6 }, [1], shape: [2]);
        MembershipData rows = MembershipData.FromRows<float>(2, 1, [2], (member, index, values) =>
        {
            (member ? s_members : s_others)[index].CopyTo(values);
            return member ? index : 1;
        });

        Assert.Single(new[] { jagged, matrix, memory, rows }.Select(data => data.Fingerprint).Distinct());
        Assert.NotEqual(jagged.Fingerprint, MembershipData.FromArrays<float>(new float[] { 1, 2, 3, 4 }, [0, 1], new float[] { 5, 6 }, [1], shape: [1, 2]).Fingerprint);
    }

    [Fact]
    public void FromArrays_rows_of_other_lengths_are_errors()
    {
        Token.Hidden("Members, record 2: 1 features where the first member has 2.", () => MembershipData.FromArrays([[1f, 2], [3f]], [0, 1], s_others, [1]));
        Token.Hidden("Non-members, record 1: 3 features where the first member has 2.", () => MembershipData.FromArrays(s_members, [0, 1], [[1f, 2, 3]], [1]));
        Token.Hidden("Members have 2 features and non-members 1.", () => MembershipData.FromArrays(new double[1, 2], [0], new double[1, 1], [0]));
        Token.Hidden("Members: There are 1 labels for 2 records.", () => MembershipData.FromArrays(s_members, [0], s_others, [1]));
        Token.Hidden("Members: The set holds no record.", () => MembershipData.FromArrays<float>([], [], [], []));
        Token.Hidden("Non-members: Field 'features', record 1, value 2: not a finite number.", () => MembershipData.FromArrays(s_members, [0, 1], [[5, float.NaN]], [1]));
    }

    [Fact]
    public void FromRows_hides_what_the_delegate_throws()
    {
        PanameDataException error = Token.Hidden(
            "The delegate that fills records threw FormatException on non-member #1. Its message is withheld",
            () => MembershipData.FromRows<float>(1, 1, [1], (member, _, _) => member ? 0 : throw new FormatException(Token.Text)));

        Assert.DoesNotContain("FormatException: ", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Sides_that_one_model_cannot_score_are_errors()
    {
        LabelledRecords side = Side(new RecordField<float>("features", new float[] { 1, 2 }, [2], ["A", "B"]));

        Token.Hidden("Members and non-members are the same records.", () => _ = new MembershipData(side, side));
        Token.Hidden("Members have a field 'features' where non-members have 'x'.", () => _ = new MembershipData(side, Side(new RecordField<float>("x", new float[] { 1, 2 }, [2]))));
        Token.Hidden("Field 'features' has other column names, or another order of them", () => _ = new MembershipData(side, Side(new RecordField<float>("features", new float[] { 1, 2 }, [2], ["B", "A"]))));
        Token.Hidden(
            "Members have 1 fields, non-members 2.",
            () => _ = new MembershipData(side, new LabelledRecords(new Records(new RecordField<float>("features", new float[] { 1, 2 }, [2]), new RecordField<string>("t", new[] { Token.Text }, [])), [0])));
        Token.Hidden("Only one side has groups.", () => _ = new MembershipData(new LabelledRecords(side.Records, [0], groups: [Token.Text]), Side(new RecordField<float>("features", new float[] { 3, 4 }, [2], ["A", "B"]))));
        Token.Hidden("Field 't', record 2: a text is missing.", () => _ = new RecordField<string>("t", new string[] { Token.Text, null! }, []));

        static LabelledRecords Side(RecordField field) => new(new Records(field), [0]);
    }

    [Fact]
    public void WithIds_and_WithGroups_keep_the_rest()
    {
        MembershipData data = MembershipData.FromArrays(s_members, [0, 1], s_others, [1]).WithClassNames("no", "yes").WithGroups(["p", "p"], ["q"]).WithIds(["1", "2"], ["3"], showIds: true);

        Assert.Equal(["p", "p"], data.Members.Groups);
        Assert.Equal(["no", "yes"], data.ClassNames);
        Assert.Equal("non-member #1 (id 3)", data.RecordName(false, 0));
        Token.Hidden("Non-members: There are 2 groups for 1 records.", () => data.WithGroups(["p", "p"], ["q", Token.Text]));
        Token.Hidden("Members: Records 1 and 2 have the same id.", () => data.WithIds([Token.Text, Token.Text], ["3"]));
    }

    public void Dispose() => _files.Dispose();
}
