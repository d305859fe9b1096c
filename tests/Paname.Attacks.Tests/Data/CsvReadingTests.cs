using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Paname.Attacks.Data;

namespace Paname.Attacks.Tests.Data;

public sealed class CsvReadingTests : IDisposable
{
    private readonly TempFiles _files = new();

    private static readonly Dictionary<string, int> s_goodBad = new() { ["good"] = 0, ["bad"] = 1 };

    [Fact]
    public void FromCsv_credit_gives_one_numeric_field_in_header_order()
    {
        MembershipData data = MembershipData.FromCsv("TestData/credit/credit_train.csv", "TestData/credit/credit_holdout.csv", label: "Bad", id: "Id");

        var field = Assert.IsType<RecordField<double>>(Assert.Single(data.Members.Records.Fields));
        Assert.Equal("features", field.Name);
        Assert.Equal([26], field.Shape);
        Assert.Equal("Seniority", field.Columns![0]);
        Assert.Equal("Job=partime", field.Columns![25]);
        Assert.Equal((2200, 2200), (data.Members.Count, data.NonMembers.Count));
        Assert.Equal([9.0, 60, 30, 73, 129, 0, 0, 800, 846], field.Values.Span[..9].ToArray());
        Assert.Equal((618, 618), (data.Members.Labels.Sum(), data.NonMembers.Labels.Sum()));
        Assert.Equal("3", data.Members.Ids![1]);
        Assert.Null(data.ClassNames);
    }

    [Fact]
    public void FromCsv_raw_credit_gives_text_fields_and_class_names()
    {
        var options = new CsvOptions { LabelMap = s_goodBad, Missing = MissingValueRule.Constant(-1, "missing") };
        MembershipData data = MembershipData.FromCsv("TestData/credit/credit_raw_train.csv", "TestData/credit/credit_raw_holdout.csv", "Status", "Id", options);

        Assert.Equal(["features", "Home", "Marital", "Records", "Job"], data.Members.Records.Fields.Select(field => field.Name));
        Assert.Equal(["Seniority", "Time", "Age", "Expenses", "Income", "Assets", "Debt", "Amount", "Price"], data.Members.Records.Fields[0].Columns);
        var home = Assert.IsType<RecordField<string>>(data.NonMembers.Records.Fields[1]);
        Assert.Empty(home.Shape);
        Assert.Equal(["rent", "owner"], home.Values.Span[..2].ToArray());
        Assert.Equal(["good", "bad"], data.ClassNames);
        Assert.Equal(618, data.Members.Labels.Sum());
        Assert.Contains("missing", home.Values.ToArray());
    }

    [Fact]
    public void FromCsv_byte_order_mark_crlf_quotes_and_blank_lines_change_nothing()
    {
        string plain = _files.Text("a.csv", "Age,Job,Bad\n30,fixed,0\n40,none,1\n");
        string odd = _files.Text("b.csv", "\uFEFF\r\nAge, Job ,Bad\r\n30.0,\"fixed\",0\r\n\r\n4e1,none,1.0");
        string other = _files.Text("c.csv", "Age,Job,Bad\n1,x,0\n");

        Assert.Equal(MembershipData.FromCsv(plain, other, "Bad").Fingerprint, MembershipData.FromCsv(odd, other, "Bad").Fingerprint);
    }

    [Fact]
    public void FromCsv_binds_columns_by_header_when_the_sides_order_them_differently()
    {
        MembershipData data = MembershipData.FromCsv(_files.Text("a.csv", "A,B,Y\n1,2,0\n"), _files.Text("b.csv", "Y,B,A\n1,20,10\n"), "Y");

        Assert.Equal([10.0, 20], Numbers(data.NonMembers));
        Assert.Equal([1], data.NonMembers.Labels);
    }

    [Fact]
    public void FromCsv_features_select_and_order_and_exclude_leaves_out()
    {
        string a = _files.Text("a.csv", "A,B,C,Y\n1,2,3,0\n");
        string b = _files.Text("b.csv", "A,B,C,Y\n4,5,6,0\n");

        Assert.Equal([3.0, 1], Numbers(MembershipData.FromCsv(a, b, "Y", options: new CsvOptions { Features = ["C", "A"] }).Members));
        Assert.Equal([1.0, 3], Numbers(MembershipData.FromCsv(a, b, "Y", options: new CsvOptions { Exclude = ["B"] }).Members));
    }

    [Fact]
    public void FromCsv_declared_text_keeps_cells_that_look_like_numbers()
    {
        var options = new CsvOptions { TextColumns = ["Zip"] };
        MembershipData data = MembershipData.FromCsv(_files.Text("a.csv", "Zip,Y\n01234,0\n2A004,1\n"), _files.Text("b.csv", "Zip,Y\n99,0\n"), "Y", options: options);

        Assert.Equal(["01234", "2A004"], Assert.IsType<RecordField<string>>(data.Members.Records.Fields[0]).Values.ToArray());
    }

    [Fact]
    public void FromCsv_missing_rule_fills_by_column_then_in_general_also_before_the_type_is_known()
    {
        var options = new CsvOptions
        {
            Missing = new MissingValueRule { Number = -1, NumberByColumn = new Dictionary<string, double> { ["B"] = -2 }, Text = "none" },
            MissingTokens = ["NA"],
        };
        MembershipData data = MembershipData.FromCsv(
            _files.Text("a.csv", "A,B,C,Y\n,NA,,0\n1,2,x,1\n NA , ,NA,1\n"), _files.Text("b.csv", "A,B,C,Y\n,,,0\n"), "Y", options: options);

        Assert.Equal([-1.0, -2, 1, 2, -1, -2], Numbers(data.Members));
        Assert.Equal(["none", "x", "none"], Assert.IsType<RecordField<string>>(data.Members.Records.Fields[1]).Values.ToArray());
        Assert.Equal([-1.0, -2], Numbers(data.NonMembers));
        Assert.Equal(["none"], Assert.IsType<RecordField<string>>(data.NonMembers.Records.Fields[1]).Values.ToArray());
    }

    [Fact]
    public void FromCsv_semicolons_groups_and_shown_ids()
    {
        var options = new CsvOptions { Delimiter = ';', Group = "Patient", ShowIds = true };
        MembershipData data = MembershipData.FromCsv(
            _files.Text("a.csv", "Id;Patient;X;Y\ns1;p1;1;0\ns2;p1;2;1\n"), _files.Text("b.csv", "Id;Patient;X;Y\ns3;p2;3;0\n"), "Y", "Id", options);

        Assert.Equal(["p1", "p1"], data.Members.Groups);
        Assert.Equal("member #2 (id s2)", data.RecordName(true, 1));
        Assert.Equal("non-member #1 (id s3)", data.RecordName(false, 0));
        Assert.Equal([1.0, 2], Numbers(data.Members));
    }

    [Fact]
    public void RecordName_keeps_ids_to_itself_unless_asked()
    {
        MembershipData data = MembershipData.FromCsv(_files.Text("a.csv", "Id,X,Y\ns1,1,0\n"), _files.Text("b.csv", "Id,X,Y\ns2,2,0\n"), "Y", "Id");

        Assert.Equal("member #1", data.RecordName(true, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => data.RecordName(false, 1));
    }

    [Fact]
    public void FromCsv_does_not_depend_on_the_culture()
    {
        string a = _files.Text("a.csv", "X,Y\n1.5,0\n");
        string b = _files.Text("b.csv", "X,Y\n2.5,0\n");
        double[]? read = null;
        var thread = new Thread(() => read = Numbers(MembershipData.FromCsv(a, b, "Y").Members)) { CurrentCulture = CultureInfo.GetCultureInfo("fr-FR") };
        thread.Start();
        thread.Join();

        Assert.Equal([1.5], read!);
    }

    [Fact]
    public void FromCsv_reads_back_every_finite_double_and_every_text()
        => Check.One(
            Config.QuickThrowOnFailure.WithReplay(7, 11),
            Prop.ForAll(
                ArbMap.Default.ArbFor<NormalFloat[]>().Filter(values => values.Length > 0),
                ArbMap.Default.ArbFor<string>(),
                (values, text) =>
                {
                    string cell = "x" + (text ?? string.Empty).Replace("\r", string.Empty, StringComparison.Ordinal);
                    if (cell.Any(char.IsSurrogate) || cell.Contains('\0', StringComparison.Ordinal))
                    {
                        return true;
                    }

                    string lines = string.Concat(values.Select(value => string.Create(CultureInfo.InvariantCulture, $"{value.Get:R},\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\",0\n")));
                    MembershipData data = MembershipData.FromCsv(_files.Text("a.csv", "X,T,Y\n" + lines), _files.Text("b.csv", "X,T,Y\n1,x,0\n"), "Y");
                    return Numbers(data.Members).SequenceEqual(values.Select(value => value.Get))
                        && ((RecordField<string>)data.Members.Records.Fields[1]).Values.ToArray().All(read => read == cell);
                }));

    private static double[] Numbers(LabelledRecords side) => ((RecordField<double>)side.Records.Fields[0]).Values.ToArray();

    public void Dispose() => _files.Dispose();
}
