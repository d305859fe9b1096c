using Paname.Attacks.Data;
using Xunit.Abstractions;
using T = Paname.Attacks.Tests.Data.Token;

namespace Paname.Attacks.Tests.Data;

public sealed class BadCsvTests(ITestOutputHelper output) : IDisposable
{
    private const string Good = "Id,Age,Job,Bad\n1,30,fixed,0\n2,40,none,1\n";
    private const string GoodHeldOut = "Id,Age,Job,Bad\n3,31,fixed,0\n4,41,none,1\n";
    private readonly TempFiles _files = new();

    public static TheoryData<string, string, string> Contents => new()
    {
        { "empty file", "", "train.csv is empty. A header line and at least one record are needed." },
        { "header only", "Id,Age,Job,Bad\n", "train.csv has a header but no record." },
        { "ragged row", $"Id,Age,Job,Bad\n1,30,fixed,0\n2,{T.Text},none,1,7\n", "train.csv, line 3: 5 cells where the header has 4 cells." },
        { "short row after blank and quoted lines", $"Id,Age,Job,Bad\n\n1,30,\"fi\nxed\",0\n{T.Text},40\n", "train.csv, line 5: 2 cells where the header has 4 cells." },
        { "duplicated header", $"Id,Age,Age,Bad\n1,{T.Text},fixed,0\n", "train.csv, line 1: columns 2 and 3 have the same header." },
        { "blank header", $"Id,,Job,Bad\n1,{T.Text},fixed,0\n", "train.csv, line 1: column 2 has no header." },
        { "no header line", $"1,30,{T.Text},0\n2,40,none,1\n", "train.csv has no label column 'Bad'. Its first line does not look like a header" },
        { "no label column", $"Id,Age,Job,Default\n1,30,{T.Text},0\n", "train.csv has no label column 'Bad'. Both files have: Id, Age, Job." },
        { "no id column", $"Nr,Age,Job,Bad\n1,30,{T.Text},0\n", "train.csv has no id column 'Id'. Both files have: Age, Job, Bad." },
        { "column missing on one side", $"Id,Age,Bad\n{T.Text},30,0\n", "train.csv lacks column 3 of holdout.csv." },
        { "column more on one side", $"Id,Age,Job,{T.Text},Bad\n1,30,fixed,5,0\n", "holdout.csv lacks column 4 of train.csv." },
        { "line break lost after the header", $"Id,Age,Bad,Job{T.Text},30,fixed,0\n", "holdout.csv lacks column 4 of train.csv." },
        { "unreadable number", $"Id,Age,Job,Bad\n1,30,fixed,0\n2,{T.Text},none,1\n", "train.csv, line 3, column 'Age': text, while the column began with a number (train.csv, line 2)." },
        { "number among text", "Id,Age,Job,Bad\n1,30,fixed,0\n2,40,77777,1\n", "train.csv, line 3, column 'Job': a number, while the column began with text (train.csv, line 2)." },
        { "NaN cell", "Id,Age,Job,Bad\n1,30,fixed,0\n2,NaN,none,1\n", "train.csv, line 3, column 'Age': not a finite number." },
        { "inf cell", "Id,Age,Job,Bad\n1,-inf,fixed,0\n", "train.csv, line 2, column 'Age': not a finite number." },
        { "number beyond double", "Id,Age,Job,Bad\n1,1e999,fixed,0\n", "train.csv, line 2, column 'Age': not a finite number." },
        { "decimal comma", "Id,Age,Job,Bad\n1,\"30,5\",fixed,0\n", "train.csv, line 2, column 'Age': a number with a decimal comma." },
        { "missing value", $"Id,Age,Job,Bad\n1,,{T.Text},0\n", "train.csv, line 2, column 'Age': the value is missing." },
        { "text label", $"Id,Age,Job,Bad\n1,30,fixed,{T.Text}\n", "train.csv, line 2, column 'Bad': the label is no class index (0, 1, 2, ...). Set LabelMap" },
        { "fractional label", "Id,Age,Job,Bad\n1,30,fixed,0.5\n", "train.csv, line 2, column 'Bad': the label is no class index" },
        { "negative label", "Id,Age,Job,Bad\n1,30,fixed,-1\n", "train.csv, line 2, column 'Bad': the label is a negative number, so it is a code and no class index." },
        { "missing label", $"Id,Age,Job,Bad\n1,30,{T.Text},\n", "train.csv, line 2, column 'Bad': the label is missing." },
        { "missing id", $"Id,Age,Job,Bad\n ,30,{T.Text},0\n", "train.csv, line 2, column 'Id': the id is missing." },
        { "repeated id", $"Id,Age,Job,Bad\n{T.Text},30,fixed,0\n{T.Text},31,fixed,0\n", "train.csv: Records 1 and 2 have the same id." },
        { "quote not closed", $"Id,Age,Job,Bad\n1,30,fixed,0\n2,40,\"{T.Text},1\n3,50,none,0\n", "train.csv, after line 2: a quote is not closed" },
        { "quote not closed at the end", $"Id,Age,Job,Bad\n1,30,fixed,0\n2,40,none,\"{T.Text}", "train.csv, after line 2: a quote is not closed" },
        { "escaped quote not closed at the end", $"Id,Age,Job,Bad\n1,30,fixed,0\n2,40,none,\"{T.Text}\"\"", "train.csv, after line 2: a quote is not closed" },
        { "quote inside a cell", $"Id,Age,Job,Bad\n1,30,{T.Text}\"x,0\n", "train.csv, after line 1: a quote is not closed, or stands inside a cell that is not quoted." },
        { "semicolons", $"Id;Age;Job;Bad\n1;30;{T.Text};0\n", "train.csv, line 1: the header is a single cell that contains a semicolon. Set the options' Delimiter to ';'." },
        { "tabs", $"Id\tAge\tJob\tBad\n1\t30\t{T.Text}\t0\n", "train.csv, line 1: the header is a single cell that contains a tab." },
    };

    [Theory]
    [MemberData(nameof(Contents))]
    public void FromCsv_bad_member_file_names_the_place_and_the_mend_but_no_value(string name, string members, string expected)
    {
        string train = _files.Text("train.csv", members);
        string holdout = _files.Text("holdout.csv", GoodHeldOut);

        PanameDataException error = T.Hidden(expected, () => MembershipData.FromCsv(train, holdout, label: "Bad", id: "Id"));

        output.WriteLine($"| {name} | {error.Message} |");
    }

    [Fact]
    public void FromCsv_column_of_numbers_on_one_side_and_text_on_the_other_is_an_error()
        => T.Hidden(
            "holdout.csv, line 2, column 'Age': text, while the column began with a number (train.csv, line 2).",
            () => MembershipData.FromCsv(_files.Text("train.csv", Good), _files.Text("holdout.csv", $"Id,Age,Job,Bad\n3,{T.Text},fixed,0\n"), "Bad", "Id"));

    [Fact]
    public void FromCsv_labels_that_are_codes_from_1_need_a_map()
    {
        string train = _files.Text("train.csv", "Age,Bad\n30,1\n40,2\n");
        string holdout = _files.Text("holdout.csv", "Age,Bad\n31,1\n41,2\n");

        T.Hidden("train.csv and holdout.csv: no label in column 'Bad' is 0, so the labels seem to be codes", () => MembershipData.FromCsv(train, holdout, "Bad"));
        MembershipData data = MembershipData.FromCsv(train, holdout, "Bad", options: new CsvOptions { LabelMap = new Dictionary<string, int> { ["1"] = 0, ["2"] = 1 } });
        Assert.Equal([0, 1], data.Members.Labels);
    }

    [Fact]
    public void FromCsv_label_that_is_not_in_the_map_is_not_printed()
        => T.Hidden(
            "train.csv, line 3, column 'Bad': the label is not in LabelMap.",
            () => MembershipData.FromCsv(
                _files.Text("train.csv", $"Age,Bad\n30,good\n40,{T.Text}\n"),
                _files.Text("holdout.csv", "Age,Bad\n31,good\n"),
                "Bad",
                options: new CsvOptions { LabelMap = new Dictionary<string, int> { ["good"] = 0 } }));

    [Fact]
    public void FromCsv_missing_group_is_an_error()
        => T.Hidden(
            "train.csv, line 2, column 'Id': the group is missing.",
            () => MembershipData.FromCsv(
                _files.Text("train.csv", $"Id,Job,Bad\n,{T.Text},0\n"), _files.Text("holdout.csv", "Id,Job,Bad\n1,x,0\n"), "Bad", options: new CsvOptions { Group = "Id" }));

    [Fact]
    public void FromCsv_missing_group_column_lists_the_header()
        => T.Hidden(
            "train.csv has no group column 'Patient'. Both files have: Id, Age, Job, Bad.",
            () => MembershipData.FromCsv(_files.Text("train.csv", Good), _files.Text("holdout.csv", GoodHeldOut), "Bad", "Id", new CsvOptions { Group = "Patient" }));

    [Fact]
    public void FromCsv_without_header_lines_lists_no_cell_of_either_first_line()
        => T.Hidden(
            "train.csv has no label column 'Bad'. Its first line does not look like a header",
            () => MembershipData.FromCsv(_files.Text("train.csv", $"Anna,{T.Text},good\n"), _files.Text("holdout.csv", $"Bert,{T.Text}2,good\n"), "Bad"));

    [Fact]
    public void FromCsv_without_header_lines_lists_no_text_that_records_share()
        => T.Hidden(
            "train.csv has no label column 'Bad'. Its first line does not look like a header",
            () => MembershipData.FromCsv(_files.Text("train.csv", $"Anna,{T.Text},yes,good\n"), _files.Text("holdout.csv", $"Bert,{T.Text},yes,good\n"), "Bad"));

    [Fact]
    public void FromCsv_same_file_twice_is_an_error()
    {
        string train = _files.Text("train.csv", Good);

        T.Hidden(
            "Members and non-members are the same file, train.csv.",
            () => MembershipData.FromCsv(train, Path.Combine(_files.Folder, ".", "train.csv"), "Bad"));
    }

    [Fact]
    public void FromCsv_file_not_found_lists_the_places()
    {
        PanameDataException error = Assert.Throws<PanameDataException>(() => MembershipData.FromCsv("no/such/train.csv", "no/such/holdout.csv", "Bad"));

        Assert.StartsWith("The file 'no/such/train.csv' was not found. Looked in: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(Environment.CurrentDirectory, error.Message, StringComparison.Ordinal);
        Assert.Contains(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory), error.Message, StringComparison.Ordinal);
        output.WriteLine($"| file not found | {error.Message} |");
    }

    [Fact]
    public void FromCsv_directory_is_an_error()
    {
        PanameDataException error = Assert.Throws<PanameDataException>(() => MembershipData.FromCsv(_files.Folder, _files.Folder, "Bad"));

        Assert.Equal($"'{_files.Folder}' is a directory; a file is needed.", error.Message);
    }

    [Fact]
    public void FromCsv_text_that_is_not_utf8_is_an_error()
    {
        string train = _files.Bytes("train.csv", [.. "Age,Job,Bad\n30,"u8, 0xE9, .. "TOKEN-7f3a,0\n"u8]);

        T.Hidden("train.csv is not UTF-8 text. Save the file as UTF-8.", () => MembershipData.FromCsv(train, _files.Text("holdout.csv", GoodHeldOut), "Bad"));
    }

    [Fact]
    public void FromCsv_cell_of_a_quote_that_swallows_megabytes_is_an_error()
        => T.Hidden(
            "train.csv, after line 1: a quote is not closed",
            () => MembershipData.FromCsv(_files.Text("train.csv", "Age,Bad\n\"" + string.Concat(Enumerable.Repeat(T.Text, 500_000))), _files.Text("holdout.csv", "Age,Bad\n1,0\n"), "Bad"));

    [Fact]
    public void FromCsv_column_without_any_value_is_an_error()
        => T.Hidden(
            "Column 'Age' holds no value in either file.",
            () => MembershipData.FromCsv(
                _files.Text("train.csv", $"Age,Job,Bad\n,{T.Text},0\n"), _files.Text("holdout.csv", $"Age,Job,Bad\n,{T.Text},0\n"), "Bad", options: new CsvOptions { Missing = MissingValueRule.Constant(0) }));

    [Fact]
    public void FromCsv_rule_without_a_text_for_a_missing_text_is_an_error()
        => T.Hidden(
            "train.csv, line 3, column 'Job': the value is missing, and the rule has no text for this column.",
            () => MembershipData.FromCsv(
                _files.Text("train.csv", $"Job,Bad\n{T.Text},0\n,1\n"), _files.Text("holdout.csv", "Job,Bad\nx,0\n"), "Bad", options: new CsvOptions { Missing = MissingValueRule.Constant(0) }));

    [Fact]
    public void FromCsv_options_that_contradict_the_header_are_the_callers_mistake()
    {
        string train = _files.Text("train.csv", Good);
        string holdout = _files.Text("holdout.csv", GoodHeldOut);
        MembershipData Read(CsvOptions options) => MembershipData.FromCsv(train, holdout, "Bad", "Id", options);

        Assert.Throws<ArgumentException>(() => Read(new CsvOptions { Features = ["Age", "Bad"] }));
        Assert.Throws<ArgumentException>(() => Read(new CsvOptions { Features = ["Age", "Age"] }));
        Assert.Throws<ArgumentException>(() => Read(new CsvOptions { Features = ["Age"], Exclude = ["Job"] }));
        Assert.Throws<ArgumentException>(() => Read(new CsvOptions { TextColumns = ["Jobs"] }));
        Assert.Throws<ArgumentException>(() => Read(new CsvOptions { LabelMap = new Dictionary<string, int> { ["0"] = -1 } }));
        T.Hidden("train.csv has no feature column 'Salary'. Both files have: Id, Age, Job, Bad.", () => Read(new CsvOptions { Features = ["Salary"] }));
        T.Hidden("train.csv has no excluded column 'Salary'.", () => Read(new CsvOptions { Exclude = ["Salary"] }));
    }

    public void Dispose() => _files.Dispose();
}
