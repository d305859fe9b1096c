using Paname.Onnx.Graphs.Schema;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Tests.Support;

/// <summary>The node patterns that converters for scikit-learn, XGBoost and LightGBM write.</summary>
internal static class SklearnModels
{
    internal const string Ml = "ai.onnx.ml::";

    /// <summary>LinearClassifier, Normalizer, ZipMap, with a label output beside: three classes on x [N,2], one row of the identity each.</summary>
    internal static ModelBuilder LogisticRegression(string transform = "LOGISTIC", long[]? integers = null, string[]? texts = null, bool zipMap = true)
    {
        ModelBuilder builder = Labels(Linear(transform, 3, [1, 0, 0, 1, -1, -1], [0, 0, 0], integers, texts), integers)
            .Node($"{Ml}Normalizer", "scores", "shares", ("norm", "L1"));
        return zipMap ? ZipMap(builder, "shares", integers, texts) : builder.Node("Identity", "shares", "output_probability").Output("output_probability", DataType.Float, -1, 3);
    }

    /// <summary>A LinearClassifier alone; scores is its output, label its predicted class.</summary>
    internal static ModelBuilder Linear(string transform, int classes, float[] coefficients, float[] intercepts, long[]? integers = null, string[]? texts = null)
        => new ModelBuilder().Input("x", DataType.Float, -1, 2).Node(
            $"{Ml}LinearClassifier", "x", "label scores",
            ("coefficients", coefficients), ("intercepts", intercepts), ("post_transform", transform),
            texts is null ? ("classlabels_ints", integers ?? [.. Enumerable.Range(0, classes).Select(i => (long)i)]) : ("classlabels_strings", texts));

    internal static ModelBuilder Labels(ModelBuilder builder, long[]? integers) => builder.Output("label", integers is null ? DataType.String : DataType.Int64, -1);

    internal static ModelBuilder ZipMap(ModelBuilder builder, string from, long[]? integers, string[]? texts)
        => builder
            .Node($"{Ml}ZipMap", from, "output_probability", texts is null ? ("classlabels_int64s", integers!) : ("classlabels_strings", texts))
            .MapOutput("output_probability", texts is null ? DataType.Int64 : DataType.String);

    /// <summary>Stumps on x[0] &lt;= 0: per tree, the weight of each class in the left and the right leaf.</summary>
    internal static ModelBuilder Trees(string transform, int labels, long[] classes, params (float[] Left, float[] Right)[] trees)
    {
        var treeIds = new List<long>();
        var nodeIds = new List<long>();
        var classIds = new List<long>();
        var weights = new List<float>();
        for (int tree = 0; tree < trees.Length; tree++)
        {
            for (int leaf = 1; leaf <= 2; leaf++)
            {
                for (int c = 0; c < classes.Length; c++)
                {
                    treeIds.Add(tree);
                    nodeIds.Add(leaf);
                    classIds.Add(classes[c]);
                    weights.Add((leaf == 1 ? trees[tree].Left : trees[tree].Right)[c]);
                }
            }
        }

        long[] Repeat(params long[] values) => [.. Enumerable.Range(0, trees.Length).SelectMany(_ => values)];
        return new ModelBuilder().Input("x", DataType.Float, -1, 2).Node(
            $"{Ml}TreeEnsembleClassifier", "x", "label scores",
            ("nodes_treeids", (object)Enumerable.Range(0, trees.Length).SelectMany(tree => new long[] { tree, tree, tree }).ToArray()),
            ("nodes_nodeids", Repeat(0, 1, 2)),
            ("nodes_featureids", Repeat(0, 0, 0)),
            ("nodes_values", new float[3 * trees.Length]),
            ("nodes_modes", Enumerable.Range(0, trees.Length).SelectMany(_ => new[] { "BRANCH_LEQ", "LEAF", "LEAF" }).ToArray()),
            ("nodes_truenodeids", Repeat(1, 0, 0)),
            ("nodes_falsenodeids", Repeat(2, 0, 0)),
            ("class_treeids", treeIds.ToArray()),
            ("class_nodeids", nodeIds.ToArray()),
            ("class_ids", classIds.ToArray()),
            ("class_weights", weights.ToArray()),
            ("classlabels_int64s", Enumerable.Range(0, labels).Select(i => (long)i).ToArray()),
            ("post_transform", transform)).Output("label", DataType.Int64, -1);
    }

    /// <summary>One input per column: a number, and text that is one-hot encoded; two logits, then softmax.</summary>
    internal static byte[] PerColumn()
    {
        ModelBuilder builder = new ModelBuilder()
            .Input("Age", DataType.Float, -1, 1)
            .Input("Job", DataType.String, -1, 1)
            .Node($"{Ml}OneHotEncoder", "Job", "encoded", ("cats_strings", new[] { "fixed", "partime" }), ("zeros", 0))
            .Integers("flat", -1, 2)
            .Node("Reshape", "encoded flat", "onehot")
            .Node("Concat", "Age onehot", "all", ("axis", 1))
            .Weights("w", [3, 2], 1, 0, 0, 1, 0, 2)
            .Node("MatMul", "all w", "z")
            .Output("z", DataType.Float, -1, 2);
        return builder.Build();
    }
}
