using Paname.Attacks.Data;
using Paname.Onnx.Tests.Support;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Tests.Inputs;

public class InputBindingTests
{
    private static readonly float[] Ages = [1, 2, 3];
    private static readonly string[] Jobs = ["fixed", "partime", "fixed"];
    private static readonly double[] PerColumnLogits = [1, 1, 2, 2, 3, 1];

    [Fact]
    public void One_input_per_column_is_bound_by_header()
    {
        Records records = Scoring.Columns(
            new RecordField<float>("features", new float[] { 9, 1, 8, 2, 7, 3 }, [2], ["Income", "Age"]),
            new RecordField<string>("Job", Jobs, []));

        Assert.Equal(PerColumnLogits, Scoring.Score(SklearnModels.PerColumn(), records));
    }

    [Fact]
    public void Input_is_bound_to_the_field_of_its_name()
    {
        Records records = Scoring.Columns(new RecordField<string>("Job", Jobs, [1]), new RecordField<double>("Age", new double[] { 1, 2, 3 }, []));

        Assert.Equal(PerColumnLogits, Scoring.Score(SklearnModels.PerColumn(), records, new OnnxClassifierOptions { BatchSize = 2 }));
    }

    [Fact]
    public void Only_field_feeds_only_input_whatever_their_names()
        => Assert.Equal([1, 2, 3], Scoring.Score(SmallModels.Logits(), Scoring.Columns(new RecordField<float>("anything", new float[] { 1, 2 }, [2]))));

    [Fact]
    public void Binding_delegate_feeds_inputs_of_a_model_with_several()
    {
        byte[] model = new ModelBuilder().Input("left", DataType.Float, -1, 2).Input("right", DataType.Int64, -1, 1)
            .Node("Cast", "right", "r", ("to", (int)DataType.Float)).Node("Concat", "left r", "all", ("axis", 1))
            .Weights("w", [3, 2], 1, 0, 0, 1, 10, 100).Node("MatMul", "all w", "z").Output("z", DataType.Float, -1, 2).Build();
        var field = new RecordField<float>("features", new float[] { 1, 2, 3, 4, 5, 6, 7, 8, 9 }, [3]);
        var options = new OnnxClassifierOptions
        {
            BatchSize = 2,
            InputBinding = (input, batch) =>
            {
                float[][] rows = [.. batch.Values(field).ToArray().Chunk(3)];
                return input == "left"
                    ? new RecordField<float>(input, rows.SelectMany(row => row[..2]).ToArray(), [2])
                    : new RecordField<long>(input, rows.Select(row => (long)row[2]).ToArray(), []);
            },
        };
        using OnnxClassifier classifier = OnnxClassifier.FromBytes(model, "two.onnx", options);

        Assert.Equal([31, 302, 64, 605, 97, 908], classifier.Score(new Records(field)));
        Assert.Null(classifier.Fingerprint);
    }

    public static TheoryData<object> ExactTypes => [DataType.Float, DataType.Double, DataType.Int64, DataType.Int32, DataType.Uint8, DataType.Bool];

    [Theory]
    [MemberData(nameof(ExactTypes))]
    public void Whole_numbers_reach_every_input_type_from_every_field_type(object type)
    {
        byte[] model = new ModelBuilder().Input("x", (DataType)type, -1, 2).Node("Cast", "x", "z", ("to", (int)DataType.Float)).Weights("w", [2, 2], 1, 0, 0, 1)
            .Node("MatMul", "z w", "y").Output("y", DataType.Float, -1, 2).Build();
        RecordField[] fields =
        [
            new RecordField<float>("f", new float[] { 0, 1, 1, 0 }, [2]), new RecordField<double>("f", new double[] { 0, 1, 1, 0 }, [2]),
            new RecordField<long>("f", new long[] { 0, 1, 1, 0 }, [2]), new RecordField<byte>("f", new byte[] { 0, 1, 1, 0 }, [2]),
        ];

        Assert.All(fields, field => Assert.Equal([0, 1, 1, 0], Scoring.Score(model, new Records(field))));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Fixed_batch_is_filled_and_the_filling_left_out(int batch)
    {
        double[] expected = Scoring.Score(SmallModels.Logits(), Scoring.Floats(2, 1, 2, 3, 4, 5, 6));

        Assert.Equal(expected, Scoring.Score(SmallModels.Logits(batch), Scoring.Floats(2, 1, 2, 3, 4, 5, 6)));
    }

    [Fact]
    public void Score_reads_only_the_records_of_the_batch()
    {
        using OnnxClassifier classifier = OnnxClassifier.FromBytes(SmallModels.Logits(), "m.onnx");
        var outputs = new double[4];

        classifier.Score(new RecordBatch(Scoring.Floats(2, 9, 9, 1, 2, 9, 9), 1, 1), outputs, CancellationToken.None);

        Assert.Equal([1, 2, 3, 0], outputs);
    }

    [Fact]
    public void Rows_are_reshaped_when_the_model_fixes_every_axis()
    {
        byte[] model = new ModelBuilder().Input("x", DataType.Float, -1, 1, 2, 2).Node("Flatten", "x", "f").Weights("w", [4, 2], 1, 0, 0, 1, 0, 0, 0, 0).Node("MatMul", "f w", "y").Output("y", DataType.Float, -1, 2).Build();

        Assert.Equal([1, 2], Scoring.Score(model, Scoring.Floats(4, 1, 2, 3, 4)));
    }
}
