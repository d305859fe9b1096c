using Paname.Attacks.Targets;
using Paname.Onnx.Tests.Support;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Tests.Outputs;

/// <summary>Patterns of converters for classical models, run by ONNX Runtime.</summary>
public class ScikitLearnExportTests
{
    private static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void LogisticRegression_one_against_rest_gives_probabilities_in_class_order(bool zipMap)
    {
        byte[] model = SklearnModels.LogisticRegression(integers: [0, 1, 2], zipMap: zipMap).Build();
        using OnnxClassifier classifier = OnnxClassifier.FromBytes(model, "lr.onnx");

        double[] row = classifier.Score(Scoring.Floats(2, 0.5f, -1));

        double[] sigmoids = [Sigmoid(0.5), Sigmoid(-1), Sigmoid(0.5)];
        Assert.Equal(OutputKind.Probabilities, classifier.OutputKind);
        Assert.Equal(["0", "1", "2"], classifier.ClassLabels!);
        Assert.Equal(sigmoids.Select(p => p / sigmoids.Sum()), row, (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void LogisticRegression_with_text_labels_orders_classes_ordinally_or_as_declared()
    {
        byte[] model = SklearnModels.LogisticRegression("SOFTMAX", texts: ["low", "high", "mid"]).Build();
        double[] softmax = [Math.Exp(1), Math.Exp(2), Math.Exp(-3)];
        double[] low_high_mid = [.. softmax.Select(value => value / softmax.Sum())];

        double[] ordinal = Scoring.Score(model, Scoring.Floats(2, 1, 2));
        double[] declared = Scoring.Score(model, Scoring.Floats(2, 1, 2), new OnnxClassifierOptions { ClassLabels = ["mid", "low", "high"] });

        Assert.Equal([low_high_mid[1], low_high_mid[0], low_high_mid[2]], ordinal, (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Equal([low_high_mid[2], low_high_mid[0], low_high_mid[1]], declared, (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void ZipMap_with_integer_labels_out_of_order_is_put_in_ascending_order()
    {
        byte[] model = SklearnModels.LogisticRegression("SOFTMAX", integers: [7, 3, 5]).Build();
        using OnnxClassifier classifier = OnnxClassifier.FromBytes(model, "lr.onnx");

        double[] row = classifier.Score(Scoring.Floats(2, 1, 2));

        Assert.Equal(["3", "5", "7"], classifier.ClassLabels!);
        Assert.True(row[0] > row[2] && row[2] > row[1]);
    }

    [Fact]
    public void Binary_linear_classifier_without_transform_gives_the_logit_once()
    {
        // ONNX Runtime writes -z and z, whose softmax would be the sigmoid of 2z.
        byte[] model = SklearnModels.Linear("NONE", 2, [1, 1], [0]).Output("scores", DataType.Float, -1, 2).Build();
        using OnnxClassifier classifier = OnnxClassifier.FromBytes(model, "svc.onnx");

        Assert.Equal(OutputKind.Logits, classifier.OutputKind);
        Assert.Equal([0, 3, 0, -2], classifier.Score(Scoring.Floats(2, 1, 2, -1, -1)));
    }

    [Fact]
    public void Binary_linear_classifier_with_logistic_gives_probabilities()
    {
        byte[] model = SklearnModels.Linear("LOGISTIC", 2, [1, 1], [0]).Output("scores", DataType.Float, -1, 2).Build();

        Assert.Equal([1 - Sigmoid(3), Sigmoid(3)], Scoring.Score(model, Scoring.Floats(2, 1, 2)), (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void Random_forest_leaves_that_add_up_to_one_are_probabilities()
    {
        byte[] model = SklearnModels.Trees("NONE", 3, [0, 1, 2], ([0.5f, 0, 0], [0, 0.25f, 0.25f]), ([0.25f, 0.25f, 0], [0, 0, 0.5f])).Output("scores", DataType.Float, -1, 3).Build();
        using OnnxClassifier classifier = OnnxClassifier.FromBytes(model, "forest.onnx");

        Assert.Equal(OutputKind.Probabilities, classifier.OutputKind);
        Assert.Equal([0.75, 0.25, 0, 0, 0.25, 0.75], classifier.Score(Scoring.Floats(2, -1, 0, 1, 0)));
    }

    [Fact]
    public void Boosted_trees_without_transform_are_logits()
    {
        byte[] model = SklearnModels.Trees("NONE", 3, [0, 1, 2], ([0.5f, -1, 0], [2, 0.25f, 0.25f])).Output("scores", DataType.Float, -1, 3).Build();
        using OnnxClassifier classifier = OnnxClassifier.FromBytes(model, "boosted.onnx");

        Assert.Equal(OutputKind.Logits, classifier.OutputKind);
        Assert.Equal([0.5, -1, 0], classifier.Score(Scoring.Floats(2, -1, 0)));
    }

    [Fact]
    public void Binary_boosted_trees_without_transform_give_the_logit_once()
    {
        byte[] model = SklearnModels.Trees("NONE", 2, [0], ([-0.5f], [2])).Output("scores", DataType.Float, -1, 2).Build();
        using OnnxClassifier classifier = OnnxClassifier.FromBytes(model, "boosted.onnx");

        Assert.Equal(OutputKind.Logits, classifier.OutputKind);
        Assert.Equal([0, -0.5, 0, 2], classifier.Score(Scoring.Floats(2, -1, 0, 1, 0)));
    }

    [Fact]
    public void Binary_boosted_trees_with_a_base_value_give_the_logit_once()
    {
        ModelBuilder builder = SklearnModels.Trees("NONE", 2, [0], ([-0.5f], [2])).Output("scores", DataType.Float, -1, 2);
        var baseValue = new Paname.Onnx.Graphs.Schema.AttributeProto { Name = "base_values", Type = Paname.Onnx.Graphs.Schema.AttributeProto.Types.AttributeType.Floats };
        baseValue.Floats.Add(1);
        builder.Graph.Node[0].Attribute.Add(baseValue);

        Assert.Equal([0, 0.5, 0, 3], Scoring.Score(builder.Build(), Scoring.Floats(2, -1, 0, 1, 0)));
    }

    [Fact]
    public void Binary_forest_with_one_column_gives_both_probabilities()
    {
        byte[] model = SklearnModels.Trees("NONE", 2, [0], ([0.25f], [1])).Output("scores", DataType.Float, -1, 2).Build();
        using OnnxClassifier classifier = OnnxClassifier.FromBytes(model, "forest.onnx");

        Assert.Equal(OutputKind.Probabilities, classifier.OutputKind);
        Assert.Equal([0.75, 0.25, 0, 1], classifier.Score(Scoring.Floats(2, -1, 0, 1, 0)));
    }

    [Fact]
    public void Boosted_trees_with_logistic_give_probabilities()
    {
        byte[] model = SklearnModels.Trees("LOGISTIC", 2, [0], ([-0.5f], [2])).Output("scores", DataType.Float, -1, 2).Build();

        Assert.Equal([1 - Sigmoid(2), Sigmoid(2)], Scoring.Score(model, Scoring.Floats(2, 1, 0)), (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Label_only_output_maps_labels_to_classes(bool texts)
    {
        byte[] model = (texts
            ? SklearnModels.Linear("NONE", 3, [1, 0, 0, 1, -1, -1], [0, 0, 0], texts: ["c", "a", "b"]).Output("label", DataType.String, -1)
            : SklearnModels.Linear("NONE", 3, [1, 0, 0, 1, -1, -1], [0, 0, 0], integers: [30, 10, 20]).Output("label", DataType.Int64, -1)).Build();
        using OnnxClassifier classifier = OnnxClassifier.FromBytes(model, "labels.onnx");

        Assert.Equal(OutputKind.LabelsOnly, classifier.OutputKind);
        Assert.Equal(3, classifier.Classes);
        Assert.Equal([2, 0, 1], classifier.Score(Scoring.Floats(2, 9, 0, 0, 9, -9, -9)));
    }
}
