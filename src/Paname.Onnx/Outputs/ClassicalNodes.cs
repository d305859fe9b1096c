using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Schema;

namespace Paname.Onnx.Outputs;

/// <summary>What the operators of ai.onnx.ml give out: scikit-learn, XGBoost, LightGBM and CatBoost exports end in them.</summary>
internal static class ClassicalNodes
{
    internal static OutputFinding Judge(OutputTracer tracer, NodeProto node, string value)
    {
        OutputFinding unknown = OutputTracer.Unknown($"it is made by {node.Title}");
        switch (node.OpType)
        {
            case "ZipMap":
                OutputFinding zipped = tracer.Trace(node.InputAt(0));
                LabelSet? keys = LabelSet.Read(node, "classlabels_int64s", "classlabels_strings");
                return zipped with { ZipMap = node, Labels = keys ?? zipped.Labels };
            case "Normalizer":
                OutputFinding scores = tracer.Trace(node.InputAt(0));
                bool shares = node.Text("norm", "MAX") == "L1" && scores.Nature is OutputNature.Probabilities or OutputNature.Sigmoids;
                return unknown with { Nature = shares ? OutputNature.Probabilities : OutputNature.Unknown, Labels = scores.Labels };
            case "LabelEncoder":
                return unknown with { Nature = OutputNature.Labels, Labels = LabelSet.ReadDistinct(node, "values_int64s", "values_strings") };
            case "ArrayFeatureExtractor":
                return tracer.Trace(node.InputAt(1)).Nature == OutputNature.Labels ? unknown with { Nature = OutputNature.Labels } : unknown;
            case "LinearClassifier":
                return Classifier(node, value, "classlabels_ints", LinearNature);
            case "SVMClassifier":
                return Classifier(node, value, "classlabels_ints", SvmNature);
            case "TreeEnsembleClassifier":
                return Classifier(node, value, "classlabels_int64s", TreeEnsembleNature.Of);
            default:
                return unknown;
        }
    }

    private static OutputFinding Classifier(NodeProto node, string value, string integers, Func<NodeProto, LabelSet?, OutputNature> nature)
    {
        LabelSet? labels = LabelSet.Read(node, integers, "classlabels_strings");
        bool isLabel = node.Output.FirstOrDefault() == value;
        string transform = node.Text("post_transform", "NONE");
        return new OutputFinding(isLabel ? OutputNature.Labels : nature(node, labels), $"it is made by {node.Title} with post_transform {transform}") { Labels = labels };
    }

    private static OutputNature LinearNature(NodeProto node, LabelSet? labels)
    {
        bool oneRow = node.Floats("intercepts").Count == 1 && labels?.Names.Count == 2;
        return node.Text("post_transform", "NONE") switch
        {
            "SOFTMAX" => OutputNature.Probabilities,
            "LOGISTIC" => oneRow || IsMirrored(node) ? OutputNature.Probabilities : OutputNature.Sigmoids,
            "NONE" => oneRow ? OutputNature.OpposedLogits : OutputNature.Logits,
            _ => OutputNature.Unknown,
        };
    }

    /// <summary>Two rows of coefficients, one the negation of the other: their sigmoids sum to 1.</summary>
    private static bool IsMirrored(NodeProto node)
    {
        IReadOnlyList<float> intercepts = node.Floats("intercepts");
        IReadOnlyList<float> coefficients = node.Floats("coefficients");
        int width = coefficients.Count / 2;
        return intercepts.Count == 2
            && intercepts[0] == -intercepts[1]
            && Enumerable.Range(0, width).All(i => coefficients[i] == -coefficients[width + i]);
    }

    private static OutputNature SvmNature(NodeProto node, LabelSet? labels)
        => node.Floats("prob_a").Count > 0 || node.Text("post_transform", "NONE") == "SOFTMAX" ? OutputNature.Probabilities : OutputNature.Unknown;
}
