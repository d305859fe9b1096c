using System.Globalization;
using Paname.Attacks.Data;
using Paname.Attacks.Targets;
using Paname.Onnx.Tests.Support;
using Xunit.Abstractions;

namespace Paname.Onnx.Tests;

/// <summary>Each bad record gives a message that names it and the mend, and never its values.</summary>
public class BadRecordTests(ITestOutputHelper output)
{
    private static readonly string[] Planted = [BadRecords.Token, "987654", "98765425", "9876", "98.", "'98'"];

    public static TheoryData<string> Cases => [.. BadRecords.All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Score_refuses_without_showing_a_value(string name)
    {
        (byte[] model, Records records, OnnxClassifierOptions? options) = BadRecords.All[name];
        using OnnxClassifier classifier = OnnxClassifier.FromBytes(model, "bad.onnx", options);

        var error = Assert.Throws<PanameDataException>(() => classifier.Score(records));

        output.WriteLine($"| {name} | {error.Message} |");
        Assert.All(Planted, planted => Assert.DoesNotContain(planted, error.ToString(), StringComparison.Ordinal));
        Assert.Null(error.InnerException);
        Assert.Equal(Messages.Of(name), error.Message);
    }

    [Fact]
    public void NaN_output_is_named_by_record_and_class()
    {
        using OnnxClassifier classifier = OnnxClassifier.FromBytes(SmallModels.LinearThen("Sqrt"), "m.onnx", new OnnxClassifierOptions { OutputKind = OutputKind.Logits });
        double[] outputs = classifier.Score(Scoring.Floats(2, 1, 2, -(float)BadRecords.Number, 4));

        var error = Assert.Throws<PanameDataException>(() => new TargetOutputs(classifier.OutputKind, classifier.Classes, outputs));

        Assert.StartsWith("The model's output for record 2, class 0 is NaN.", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(BadRecords.Number.ToString("R", CultureInfo.InvariantCulture)[..5], error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Outputs_too_short_are_a_mistake_of_the_caller()
    {
        using OnnxClassifier classifier = OnnxClassifier.FromBytes(SmallModels.Logits(), "m.onnx");

        var error = Assert.Throws<ArgumentException>(() => classifier.Score(new RecordBatch(Scoring.Floats(2, 1, 2), 0, 1), new double[2], CancellationToken.None));
        Assert.StartsWith("1 records need 3 outputs; the span holds 2.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => classifier.Score(default, [], CancellationToken.None));
    }

    [Fact]
    public void Error_in_a_later_batch_names_the_record_in_the_whole_set()
    {
        using OnnxClassifier classifier = OnnxClassifier.FromBytes(BadRecords.All["index the model does not know"].Model, "m.onnx", new OnnxClassifierOptions { BatchSize = 2 });
        var records = Records.FromArray<long>(new long[] { 0, 0, 0, 1, 98765425, 0 });

        var error = Assert.Throws<PanameDataException>(() => classifier.Score(records));

        Assert.Contains("on records 5 to 6.", error.Message, StringComparison.Ordinal);
    }
}
