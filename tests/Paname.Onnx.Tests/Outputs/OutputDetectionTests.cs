using Paname.Attacks.Data;
using Paname.Attacks.Targets;
using Paname.Onnx.Tests.Support;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Tests.Outputs;

public class OutputDetectionTests
{
    public static TheoryData<string, OutputKind> LastOperators => new()
    {
        { "Softmax", OutputKind.Probabilities },
        { "LogSoftmax", OutputKind.Logits },
        { "Identity", OutputKind.Logits },
    };

    [Theory]
    [MemberData(nameof(LastOperators))]
    public void Kind_follows_the_last_operator(string type, OutputKind expected)
    {
        using OnnxClassifier classifier = OnnxClassifier.FromBytes(SmallModels.LinearThen(type), "m.onnx");

        Assert.Equal(expected, classifier.OutputKind);
        Assert.Equal(3, classifier.Classes);
    }

    [Fact]
    public void Kind_is_followed_through_copies_and_reshapes()
    {
        byte[] model = SmallModels.Linear()
            .Node("Softmax", "z", "p").Node("Identity", "p", "p1").Node("Cast", "p1", "p2", ("to", (int)DataType.Double))
            .Node("Flatten", "p2", "p3").Output("p3", DataType.Double, -1, 3).Build();
        using OnnxClassifier classifier = OnnxClassifier.FromBytes(model, "m.onnx");

        Assert.Equal(OutputKind.Probabilities, classifier.OutputKind);
        Assert.Equal(1, classifier.Score(Scoring.Floats(2, 1, 2)).Sum(), 6);
    }

    [Fact]
    public void Logits_are_not_taken_for_probabilities_when_a_row_sums_to_one()
    {
        using OnnxClassifier classifier = OnnxClassifier.FromBytes(SmallModels.Logits(), "m.onnx");

        double[] row = classifier.Score(Scoring.Floats(2, 0.25f, 0.25f));

        Assert.Equal([0.25, 0.25, 0.25], row);
        Assert.Equal(OutputKind.Logits, classifier.OutputKind);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void One_logit_per_record_becomes_two_columns(bool squeezed)
    {
        ModelBuilder builder = SmallModels.OneColumn();
        byte[] model = (squeezed
            ? builder.Integers("axes", 1).Node("Squeeze", "z axes", "s").Output("s", DataType.Float, -1)
            : builder.Output("z", DataType.Float, -1, 1)).Build();
        using OnnxClassifier classifier = OnnxClassifier.FromBytes(model, "m.onnx");

        Assert.Equal((OutputKind.Logits, 2), (classifier.OutputKind, classifier.Classes));
        Assert.Equal([0, 3, 0, -3], classifier.Score(Scoring.Floats(2, 1, 2, -1, -2)));
    }

    [Fact]
    public void One_sigmoid_per_record_becomes_two_columns()
    {
        byte[] model = SmallModels.OneColumn().Node("Sigmoid", "z", "p").Output("p", DataType.Float, -1, 1).Build();
        using OnnxClassifier classifier = OnnxClassifier.FromBytes(model, "m.onnx");

        double[] row = classifier.Score(Scoring.Floats(2, 1, 2));

        Assert.Equal(OutputKind.Probabilities, classifier.OutputKind);
        Assert.Equal(1 / (1 + Math.Exp(-3)), row[1], 6);
        Assert.Equal(1, row[0] + row[1]);
    }

    [Fact]
    public void Complement_and_sigmoid_joined_are_probabilities()
    {
        byte[] model = SmallModels.OneColumn().Weights("one", [1], 1).Node("Sigmoid", "z", "p").Node("Sub", "one p", "q").Node("Concat", "q p", "y", ("axis", 1)).Output("y", DataType.Float, -1, 2).Build();
        using OnnxClassifier classifier = OnnxClassifier.FromBytes(model, "m.onnx");

        Assert.Equal(OutputKind.Probabilities, classifier.OutputKind);
    }

    [Fact]
    public void Softmax_written_by_hand_is_probabilities()
    {
        byte[] model = SmallModels.Linear().Integers("axes", 1).Node("Exp", "z", "e").Node("ReduceSum", "e axes", "s").Node("Div", "e s", "y").Output("y", DataType.Float, -1, 3).Build();
        using OnnxClassifier classifier = OnnxClassifier.FromBytes(model, "m.onnx");

        Assert.Equal(OutputKind.Probabilities, classifier.OutputKind);
    }

    [Fact]
    public void Exponential_of_a_log_softmax_written_by_hand_is_probabilities()
    {
        // Naive Bayes of scikit-learn ends so.
        byte[] model = SmallModels.Linear().Node("ReduceLogSumExp", "z", "s", ("axes", new long[] { 1 })).Node("Sub", "z s", "l").Node("Exp", "l", "y")
            .Output("y", DataType.Float, -1, 3).Output("l", DataType.Float, -1, 3).Build();
        using OnnxClassifier probabilities = OnnxClassifier.FromBytes(model, "m.onnx", new OnnxClassifierOptions { OutputName = "y" });
        using OnnxClassifier logits = OnnxClassifier.FromBytes(model, "m.onnx", new OnnxClassifierOptions { OutputName = "l" });

        Assert.Equal(OutputKind.Probabilities, probabilities.OutputKind);
        Assert.Equal(OutputKind.Logits, logits.OutputKind);
    }

    [Fact]
    public void ArgMax_is_labels_only_once_the_number_of_classes_is_declared()
    {
        byte[] model = SmallModels.Linear().Node("ArgMax", "z", "y", ("axis", 1), ("keepdims", 0)).Output("y", DataType.Int64, -1).Build();
        using OnnxClassifier classifier = OnnxClassifier.FromBytes(model, "m.onnx", new OnnxClassifierOptions { Classes = 3 });

        Assert.Equal(OutputKind.LabelsOnly, classifier.OutputKind);
        Assert.Equal([0, 2], classifier.Score(Scoring.Floats(2, 1, 0, 0, 1)));
    }

    [Fact]
    public void LabelsOnly_declared_on_scores_gives_the_predicted_class()
    {
        Assert.Equal([0, 2], Scoring.Score(SmallModels.Logits(), Scoring.Floats(2, 1, 0, 0, 1), new OnnxClassifierOptions { OutputKind = OutputKind.LabelsOnly }));
    }

    [Fact]
    public void Logits_are_preferred_to_their_softmax()
    {
        byte[] model = SmallModels.Linear().Node("Softmax", "z", "p").Output("p", DataType.Float, -1, 3).Output("z", DataType.Float, -1, 3).Build();
        using OnnxClassifier both = OnnxClassifier.FromBytes(model, "m.onnx");
        using OnnxClassifier named = OnnxClassifier.FromBytes(model, "m.onnx", new OnnxClassifierOptions { OutputName = "p" });

        Assert.Equal(OutputKind.Logits, both.OutputKind);
        Assert.Equal(OutputKind.Probabilities, named.OutputKind);
        Assert.NotEqual(both.Fingerprint, named.Fingerprint);
    }

    [Fact]
    public void Control_flow_before_a_known_last_operator_is_fine()
    {
        var relu = new ModelBuilder().Node("Relu", "z", "then_out").Output("then_out", DataType.Float, -1, 3).Graph;
        var same = new ModelBuilder().Node("Identity", "z", "else_out").Output("else_out", DataType.Float, -1, 3).Graph;
        var condition = new Paname.Onnx.Graphs.Schema.TensorProto { DataType = (int)DataType.Bool, Name = "condition" };
        condition.Int32Data.Add(1);
        ModelBuilder builder = SmallModels.Linear().Node("Constant", string.Empty, "flag", ("value", condition));
        byte[] model = builder.Node("If", "flag", "branch", ("then_branch", relu), ("else_branch", same)).Node("Softmax", "branch", "y").Output("y", DataType.Float, -1, 3).Build();

        double[] row = Scoring.Score(model, Scoring.Floats(2, 1, -1));

        Assert.Equal(1, row.Sum(), 6);
        Assert.Equal(row[1], row[2], 6);
    }

    [Fact]
    public void Declared_kind_settles_an_operator_that_says_nothing()
    {
        double[] row = Scoring.Score(SmallModels.LinearThen("Relu"), Scoring.Floats(2, 1, 2), new OnnxClassifierOptions { OutputKind = OutputKind.Logits });

        Assert.Equal([1, 2, 3], row);
    }

    [Fact]
    public void Probabilities_declared_on_logits_are_caught_by_their_values()
    {
        double[] row = Scoring.Score(SmallModels.Logits(), Scoring.Floats(2, 1, 2), new OnnxClassifierOptions { OutputKind = OutputKind.Probabilities });

        Assert.Throws<PanameDataException>(() => new TargetOutputs(OutputKind.Probabilities, 3, row));
    }

    [Theory]
    [InlineData(DataType.Double)]
    [InlineData(DataType.Float16)]
    public void Scores_of_other_precisions_are_widened(object type)
    {
        byte[] model = SmallModels.Linear().Node("Cast", "z", "y", ("to", (int)(DataType)type)).Output("y", (DataType)type, -1, 3).Build();

        Assert.Equal([1, 2, 3], Scoring.Score(model, Scoring.Floats(2, 1, 2)));
    }
}
