using Paname.Attacks.Data;
using Paname.Attacks.Targets;
using Paname.Attacks.Tests.Data;

namespace Paname.Attacks.Tests.Targets;

public sealed class DelegateClassifierTests
{
    private static readonly Records s_records = Records.FromArray<double>(new double[] { 1, 2, 3, 4, 5, 6 }, 2);

    [Fact]
    public void Score_hands_the_batch_and_the_callers_memory_to_the_delegate()
    {
        var classifier = new DelegateClassifier(
            OutputKind.Logits,
            2,
            (batch, outputs) => batch.Values((RecordField<double>)batch.Records.Fields[0]).Span.CopyTo(outputs),
            "credit");

        Assert.Equal([3.0, 4, 5, 6], Score(classifier, s_records, 1, 2));
        Assert.Equal(("credit", OutputKind.Logits, 2), (classifier.Name, classifier.OutputKind, classifier.Classes));
        Assert.Null(classifier.Fingerprint);
    }

    [Fact]
    public void FromRows_converts_every_type_of_number()
    {
        DelegateClassifier classifier = DelegateClassifier.FromRows(OutputKind.Logits, 2, row => [row[0] + row[1], row[0] - row[1]]);

        Assert.Equal([7.0, -1], Score(classifier, s_records, 1, 1));
        Assert.Equal([7.5, -0.5], Score(classifier, Records.FromArray<float>(new[] { 3.5f, 4 }, 2), 0, 1));
        Assert.Equal([7.0, -1], Score(classifier, Records.FromArray<long>(new long[] { 3, 4 }, 2), 0, 1));
        Assert.Equal([258.0, 252], Score(classifier, Records.FromArray<byte>(new byte[] { 255, 3 }, 2), 0, 1));
    }

    [Fact]
    public void FromRows_of_classes_is_labels_only()
    {
        DelegateClassifier classifier = DelegateClassifier.FromRows(3, row => row[0] > 2 ? 2 : 0);

        Assert.Equal(OutputKind.LabelsOnly, classifier.OutputKind);
        Assert.Equal([0.0, 2, 2], Score(classifier, s_records, 0, 3));
    }

    [Fact]
    public void Score_hides_what_the_delegate_throws()
    {
        DelegateClassifier classifier = DelegateClassifier.FromRows(OutputKind.Logits, 2, _ => throw new InvalidOperationException(Token.Text, new FormatException(Token.Text)));

        PanameDataException error = Token.Hidden("delegate threw InvalidOperationException on records 2 to 3 of the set being scored. Its message is withheld", () => Score(classifier, s_records, 1, 2));
        Assert.DoesNotContain("InvalidOperationException: ", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void FromRows_names_what_does_not_fit()
    {
        Token.Hidden(
            "delegate: the function gave 1 outputs for record 2 of the set being scored; 2 are needed, one per class.",
            () => Score(DelegateClassifier.FromRows(OutputKind.Logits, 2, _ => [1.0]), s_records, 1, 1));
        Token.Hidden(
            "delegate: field 'Name' holds text.",
            () => Score(DelegateClassifier.FromRows(2, _ => 0), new Records(new RecordField<string>("Name", new[] { Token.Text }, [])), 0, 1));
        Token.Hidden(
            "delegate: the records have 2 fields",
            () => Score(DelegateClassifier.FromRows(2, _ => 0), new Records(new RecordField<long>("a", new long[1], []), new RecordField<long>("b", new long[1], [])), 0, 1));
    }

    [Fact]
    public void Score_stops_when_cancelled_before_or_within()
    {
        using var source = new CancellationTokenSource();
        var classifier = new DelegateClassifier(OutputKind.LabelsOnly, 2, (_, _) =>
        {
            source.Cancel();
            source.Token.ThrowIfCancellationRequested();
        });

        Assert.Throws<OperationCanceledException>(() => classifier.Score(new RecordBatch(s_records, 0, 1), new double[1], source.Token));
        Assert.Throws<OperationCanceledException>(() => classifier.Score(new RecordBatch(s_records, 0, 1), new double[1], source.Token));
    }

    [Fact]
    public void Constructor_and_score_refuse_callers_mistakes()
    {
        Assert.Throws<ArgumentException>(() => new DelegateClassifier(OutputKind.Losses, 2, (_, _) => { }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DelegateClassifier(OutputKind.Logits, 1, (_, _) => { }));
        Assert.Throws<ArgumentException>(() => new DelegateClassifier(OutputKind.Logits, 2, (_, _) => { }).Score(new RecordBatch(s_records, 0, 1), new double[3], default));
    }

    private static double[] Score(DelegateClassifier classifier, Records records, int start, int count)
    {
        var outputs = new double[count * (classifier.OutputKind == OutputKind.LabelsOnly ? 1 : classifier.Classes)];
        classifier.Score(new RecordBatch(records, start, count), outputs, CancellationToken.None);
        return outputs;
    }
}
