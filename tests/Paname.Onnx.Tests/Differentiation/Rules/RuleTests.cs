using Paname.Onnx.Differentiation;
using Paname.Onnx.Differentiation.Rules.Activations;
using Paname.Onnx.Differentiation.Rules.Convolution;
using Paname.Onnx.Differentiation.Rules.Elementwise;
using Paname.Onnx.Differentiation.Rules.Linear;
using Paname.Onnx.Differentiation.Rules.Normalization;
using Paname.Onnx.Differentiation.Rules.Reduction;
using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Graphs.Schema;
using Paname.Onnx.Tests.Differentiation.Rules.Cases;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Tests.Differentiation.Rules;

public class RuleTests
{
    /// <summary>Each family's rules and the cases they are held against.</summary>
    private static readonly (IReadOnlyList<IGradientRule> Rules, IReadOnlyDictionary<string, IEnumerable<Cases.RuleCase>> Cases)[] Families =
    [
        (ElementwiseRules.All, ElementwiseCases.All),
        (ActivationRules.All, ActivationCases.All),
        (LinearRules.All, LinearCases.All),
        (ReductionRules.All, ReductionCases.All),
        (ConvolutionRules.All, ConvolutionCases.All),
        (NormalizationRules.All, NormalizationCases.All),
    ];

    public static TheoryData<string, string> Cases()
    {
        var data = new TheoryData<string, string>();
        foreach ((string type, IEnumerable<Cases.RuleCase> cases) in Families.SelectMany(family => family.Cases))
        {
            foreach (Cases.RuleCase single in cases)
            {
                data.Add(type, single.Title);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Gradient_agrees_with_finite_differences(string type, string title)
    {
        Cases.RuleCase single = Families.SelectMany(family => family.Cases).Single(entry => entry.Key == type).Value.Single(single => single.Title == title);
        GradientCheck.Verify(single.Model, single.Feeds);
    }

    [Fact]
    public void Every_rule_has_cases()
    {
        IEnumerable<string> covered = Families.SelectMany(family => family.Cases).Where(entry => entry.Value.Any()).Select(entry => entry.Key)
            .Concat(ShapingRuleTests.Cases.Concat(IndexingRuleTests.Cases).Select(single => single.Operator));
        Assert.Equal(RuleBook.Operators, covered.Distinct().Order(StringComparer.Ordinal));
    }

    public static TheoryData<string> Operators() => [.. Families.SelectMany(family => family.Cases.Keys)];

    [Theory]
    [MemberData(nameof(Operators))]
    public void Gradient_is_made_of_operators_that_have_rules_themselves(string type)
    {
        foreach (Cases.RuleCase single in Families.SelectMany(family => family.Cases).Single(entry => entry.Key == type).Value)
        {
            WorkingModel model = WorkingModel.Open(OnnxModelFile.FromMemory(single.Model.Build(), "first.onnx"));
            string seed = model.Editor.ExpandLike(model.Editor.CastLike(model.Editor.Scalar(DataType.Float, 1), "y"), "y");
            string[] wanted = [.. single.Feeds.Where(feed => feed.Differentiated).Select(feed => feed.Name)];
            Differentiator.Differentiate(model, new Dictionary<string, string> { ["y"] = seed }, wanted);
            model.Refresh();

            // What is computed of shapes alone is never differentiated again.
            var dependent = new HashSet<string>(wanted);
            foreach (NodeProto node in model.Graph.Node.Where(node => node.Input.Any(dependent.Contains) && !RuleBook.IsConstant(node)))
            {
                string[] floating = [.. node.Output.Where(output => output.Length > 0 && model.Form(output)!.IsFloating)];
                dependent.UnionWith(floating);
                Assert.True(floating.Length == 0 || RuleBook.Find(node) is not null, $"{single.Title}: {node.OpType} has no rule");
            }
        }
    }
}
