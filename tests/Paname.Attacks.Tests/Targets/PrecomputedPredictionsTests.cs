using System.IO.Compression;
using Paname.Attacks.Data;
using Paname.Attacks.Targets;
using Paname.Attacks.Tests.Data;
using Xunit.Abstractions;

namespace Paname.Attacks.Tests.Targets;

public sealed class PrecomputedPredictionsTests(ITestOutputHelper output) : IDisposable
{
    private static readonly string[] s_classes = ["p0", "p1"];
    private readonly TempFiles _files = new();

    [Fact]
    public void FromCsv_puts_members_first_and_keeps_what_belongs_to_a_record_together()
    {
        string path = _files.Text("p.csv", "Id,Site,p0,p1,Y,In\na,s1,0.9,0.1,0,0\nb,s2,0.2,0.8,1,1\nc,s1,0.3,0.7,0,False\nd,s3,0.6,0.4,0,TRUE\n");
        var options = new PredictionCsvOptions { Label = "Y", Id = "Id", Group = "Site", ShowIds = true };
        PrecomputedPredictions predictions = PrecomputedPredictions.FromCsv(path, OutputKind.Probabilities, s_classes, member: "In", options);

        Assert.Equal((2, 2, 2, "p.csv", OutputKind.Probabilities), (predictions.Members, predictions.NonMembers, predictions.Classes, predictions.Name, predictions.OutputKind));
        Assert.Equal([0.2, 0.8, 0.6, 0.4, 0.9, 0.1, 0.3, 0.7], predictions.Outputs.Values.ToArray());
        Assert.Equal([1, 0, 0, 0], predictions.Labels);
        Assert.Equal(["b", "d", "a", "c"], predictions.Ids);
        Assert.Equal(["s2", "s3", "s1", "s1"], predictions.Groups);
        Assert.Equal("member #2 (id d)", predictions.RecordName(true, 1));
        Assert.Equal("non-member #1 (id a)", predictions.RecordName(false, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => predictions.RecordName(true, 2));
    }

    [Fact]
    public void FromCsv_maps_labels_predictions_and_sides()
    {
        var options = new PredictionCsvOptions
        {
            Label = "Y",
            LabelMap = new Dictionary<string, int> { ["good"] = 0, ["bad"] = 1, ["worse"] = 2 },
            MemberMap = new Dictionary<string, bool> { ["train"] = true, ["test"] = false },
        };
        PrecomputedPredictions predictions = PrecomputedPredictions.FromCsv(
            _files.Text("p.csv", "Out,Y,Set\ngood,bad,train\nbad,bad,test\n"), OutputKind.LabelsOnly, ["Out"], "Set", options);

        Assert.Equal([0.0, 1], predictions.Outputs.Values.ToArray());
        Assert.Equal(3, predictions.Classes);
        Assert.Equal(["good", "bad", "worse"], predictions.ClassNames);
        Assert.Equal("member #1", predictions.RecordName(true, 0));
    }

    [Fact]
    public void FromCsv_losses_need_no_labels()
    {
        PrecomputedPredictions predictions = PrecomputedPredictions.FromCsv(_files.Text("l.csv", "Loss,In\n0.5,0\n0.25,1\n"), OutputKind.Losses, ["Loss"], "In");

        Assert.Equal([0.25, 0.5], predictions.Outputs.Values.ToArray());
        Assert.Null(predictions.Labels);
        Assert.Equal(1, predictions.Classes);
    }

    [Fact]
    public void FromNpy_FromNpz_and_FromArrays_agree()
    {
        byte[] logits = ArrayBytes.Npy("<f8", [1.0, 2, 3, 4, 5, 6], 3, 2);
        byte[] labels = ArrayBytes.Npy<long>("<i8", [0, 1, 1], 3);
        byte[] member = ArrayBytes.Npy<byte>("|b1", [0, 1, 1], 3);
        PrecomputedPredictions npy = PrecomputedPredictions.FromNpy(OutputKind.Logits, _files.Bytes("o.npy", logits), _files.Bytes("y.npy", labels), _files.Bytes("m.npy", member));
        PrecomputedPredictions npz = PrecomputedPredictions.FromNpz(
            _files.Zip("p.npz", CompressionLevel.Optimal, ("o.npy", logits), ("y.npy", labels), ("m.npy", member)), OutputKind.Logits, "o", "y", "m", new PredictionOptions { Name = "weekly" });
        PrecomputedPredictions arrays = PrecomputedPredictions.FromArrays(OutputKind.Logits, 2, new double[] { 1, 2, 3, 4, 5, 6 }, [false, true, true], [0, 1, 1]);
        PrecomputedPredictions other = PrecomputedPredictions.FromArrays(OutputKind.Logits, 2, new double[] { 1, 2, 3, 4, 5, 6 }, [false, true, true], [0, 1, 0]);

        Assert.Equal([3.0, 4, 5, 6, 1, 2], npy.Outputs.Values.ToArray());
        Assert.Equal(npy.Fingerprint, npz.Fingerprint);
        Assert.Equal(npy.Fingerprint, arrays.Fingerprint);
        Assert.NotEqual(arrays.Fingerprint, other.Fingerprint);
        Assert.Equal(("o.npy", "weekly", "predictions"), (npy.Name, npz.Name, arrays.Name));
    }

    public static TheoryData<string, string, string> BadFiles => new()
    {
        { "missing output", $"Id,p0,p1,Y,In\n{Token.Text},,0.5,0,1\n", "p.csv, line 2, column 'p0': the output is missing." },
        { "NaN output", $"Id,p0,p1,Y,In\n1,0.5,0.5,0,1\n{Token.Text},0.5,nan,0,0\n", "p.csv, line 3, column 'p1': the output is NaN or an infinity. Nothing is filtered" },
        { "text output", $"Id,p0,p1,Y,In\n1,0.5,{Token.Text},0,1\n", "p.csv, line 2, column 'p1': the output is no number." },
        { "unknown side", $"Id,p0,p1,Y,In\n1,0.5,0.5,0,{Token.Text}\n", "p.csv, line 2, column 'In': membership is none of 1, 0, true and false." },
        { "label beyond the columns", $"Id,p0,p1,Y,In\n{Token.Text},0.5,0.5,2,1\n", "p.csv, line 2, column 'Y': the label is no class from 0 to 1." },
        { "text label", $"Id,p0,p1,Y,In\n1,0.5,0.5,{Token.Text},1\n", "p.csv, line 2, column 'Y': the label is no class index" },
        { "labels from 1", $"Id,p0,p1,Y,In\n{Token.Text},0.5,0.5,1,1\n2,0.5,0.5,1,0\n", "p.csv: no label in column 'Y' is 0" },
        { "only members", $"Id,p0,p1,Y,In\n{Token.Text},0.5,0.5,0,1\n", "p.csv: every record is a member. An audit compares both sides." },
        { "only non-members", $"Id,p0,p1,Y,In\n{Token.Text},0.5,0.5,0,0\n", "p.csv: every record is a non-member." },
        { "id on both sides", $"Id,p0,p1,Y,In\n{Token.Text},0.5,0.5,0,1\n{Token.Text},0.5,0.5,0,0\n", "p.csv: records 1 and 2 have the same id, and one is a member, the other is not." },
        { "id twice on one side", $"Id,p0,p1,Y,In\n{Token.Text},0.5,0.5,0,1\n{Token.Text},0.5,0.5,0,1\n3,0.5,0.5,0,0\n", "p.csv: records 1 and 2 have the same id. If it names a person" },
        { "logits declared as probabilities", $"Id,p0,p1,Y,In\n{Token.Text},3.5,0.5,0,1\n2,0.5,0.5,0,0\n", "p.csv: The model's output for member #1, class 0 lies outside 0 to 1, so it is no probability." },
        { "probabilities that do not sum to 1", $"Id,p0,p1,Y,In\n{Token.Text},0.5,0.2,0,1\n2,0.5,0.5,0,0\n", "p.csv: The model's probabilities for member #1 do not sum to 1." },
        { "header only", "Id,p0,p1,Y,In\n", "p.csv has a header but no record." },
        { "no output column", $"Id,p0,q1,Y,In\n{Token.Text},0.5,0.5,0,1\n", "p.csv has no output column 'p1'. Its header has: Id, p0, q1, Y, In." },
        { "no header line", $"{Token.Text},0.5,0.6,0,1\n2,0.5,0.5,0,0\n", "p.csv has no output column 'p0'. Its first line does not look like a header" },
    };

    [Fact]
    public void FromCsv_without_header_line_lists_no_text_of_the_first_record()
        => Token.Hidden(
            "p.csv has no output column 'Predicted'. Its first line does not look like a header",
            () => PrecomputedPredictions.FromCsv(
                _files.Text("p.csv", $"{Token.Text},good,true\n{Token.Text}2,bad,false\n"),
                OutputKind.LabelsOnly,
                ["Predicted"],
                "In",
                new PredictionCsvOptions { Label = "Y", LabelMap = new Dictionary<string, int> { ["good"] = 0, ["bad"] = 1 } }));

    [Theory]
    [MemberData(nameof(BadFiles))]
    public void FromCsv_bad_file_names_the_place_and_the_mend_but_no_value(string name, string content, string expected)
    {
        string path = _files.Text("p.csv", content);

        PanameDataException error = Token.Hidden(
            expected, () => PrecomputedPredictions.FromCsv(path, OutputKind.Probabilities, s_classes, "In", new PredictionCsvOptions { Label = "Y", Id = "Id" }));

        output.WriteLine($"| predictions: {name} | {error.Message} |");
    }

    [Fact]
    public void FromArrays_bad_input_is_named()
    {
        PrecomputedPredictions Of(double[] outputs, bool[] member, int[]? labels, PredictionOptions? options = null)
            => PrecomputedPredictions.FromArrays(OutputKind.Logits, 2, outputs, member, labels, options);

        Token.Hidden("predictions: 3 outputs for 2 records; 2 per record are needed.", () => Of([1, 2, 3], [true, false], [0, 1]));
        Token.Hidden("predictions: 1 labels for 2 records.", () => Of([1, 2, 3, 4], [true, false], [0]));
        Token.Hidden("predictions: the label of record 2 is no class from 0 to 1.", () => Of([1, 2, 3, 4], [true, false], [0, 2]));
        Token.Hidden("predictions: true labels are missing. Only losses and residuals can be audited without them.", () => Of([1, 2, 3, 4], [true, false], null));
        Token.Hidden("predictions: there is no record.", () => Of([], [], []));
        Token.Hidden("predictions: The model's output for non-member #1, class 1 is NaN.", () => Of([1, double.NaN, 3, 4], [false, true], [0, 1]));
        Token.Hidden("predictions: 1 ids for 2 records.", () => Of([1, 2, 3, 4], [true, false], [0, 1], new PredictionOptions { Ids = [Token.Text] }));
        Token.Hidden("predictions: a record has no group.", () => Of([1, 2, 3, 4], [true, false], [0, 1], new PredictionOptions { Groups = [Token.Text, ""] }));
        Token.Hidden(
            "losses: The loss of member #1 is negative.",
            () => PrecomputedPredictions.FromArrays(OutputKind.Losses, 1, new[] { -1.0, 1 }, [true, false], null, new PredictionOptions { Name = "losses" }));
    }

    [Fact]
    public void FromNpy_bad_arrays_are_named()
    {
        string y = _files.Bytes("y.npy", ArrayBytes.Npy<long>("<i8", [0, 1], 2));
        string m = _files.Bytes("m.npy", ArrayBytes.Npy<long>("<i8", [0, 1], 2));
        string Of(params double[] values) => _files.Bytes("o.npy", ArrayBytes.Npy("<f8", values, 2, values.Length / 2));

        Token.Hidden("o.npy, row 2, column 1: NaN. Nothing is filtered", () => PrecomputedPredictions.FromNpy(OutputKind.Logits, Of(1, 2, double.NaN, 4), y, m));
        Token.Hidden("o.npy has shape [2, 1]; [records, classes] with at least 2 classes is needed.", () => PrecomputedPredictions.FromNpy(OutputKind.Probabilities, Of(1, 1), y, m));
        Token.Hidden("o.npy has shape [2, 2]; one loss per record is needed", () => PrecomputedPredictions.FromNpy(OutputKind.Losses, Of(1, 2, 3, 4), null, m));
        Token.Hidden(
            "m.npy, record 2: membership is neither 0 nor 1.",
            () => PrecomputedPredictions.FromNpy(OutputKind.Logits, Of(1, 2, 3, 4), y, _files.Bytes("m.npy", ArrayBytes.Npy<long>("<i8", [0, 2], 2))));
    }

    [Fact]
    public void Number_of_output_columns_must_fit_the_kind()
    {
        Assert.Throws<ArgumentException>(() => PrecomputedPredictions.FromCsv("p.csv", OutputKind.Probabilities, ["p"], "In"));
        Assert.Throws<ArgumentException>(() => PrecomputedPredictions.FromCsv("p.csv", OutputKind.Losses, s_classes, "In"));
    }

    public void Dispose() => _files.Dispose();
}
