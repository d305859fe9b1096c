using Google.Protobuf;
using Paname.Onnx.Differentiation;
using Paname.Onnx.Differentiation.Rules.Activations;
using Paname.Onnx.Differentiation.Rules.Convolution;
using Paname.Onnx.Differentiation.Rules.Elementwise;
using Paname.Onnx.Differentiation.Rules.Indexing;
using Paname.Onnx.Differentiation.Rules.Linear;
using Paname.Onnx.Differentiation.Rules.Normalization;
using Paname.Onnx.Differentiation.Rules.Reduction;
using Paname.Onnx.Differentiation.Rules.Shaping;
using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Graphs.Schema;
using Paname.Onnx.Tests.Differentiation.Rules.Cases;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Tests.Differentiation.Rules;

public class RuleTests
{
    /// <summary>Each family's rules and the cases they are held against.</summary>
    internal static readonly (IReadOnlyList<IGradientRule> Rules, IReadOnlyDictionary<string, IEnumerable<Cases.RuleCase>> Cases)[] Families =
    [
        (ElementwiseRules.All, ElementwiseCases.All),
        (ActivationRules.All, ActivationCases.All),
        (LinearRules.All, LinearCases.All),
        (ReductionRules.All, ReductionCases.All),
        (ConvolutionRules.All, ConvolutionCases.All),
        (NormalizationRules.All, NormalizationCases.All),
        (ShapingRules.All, ShapingCases.All),
        (IndexingRules.All, IndexingCases.All),
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
        IEnumerable<string> covered = Families.SelectMany(family => family.Cases).Where(entry => entry.Value.Any()).Select(entry => entry.Key);
        Assert.Equal(RuleBook.Operators, covered.Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>Not those whose kernels, once computed, have no shape the runtime infers.</summary>
    public static TheoryData<string> OperatorsDifferentiatedTwice()
        => [.. Families.SelectMany(family => family.Cases.Keys).Except(["Conv", "ConvTranspose"])];

    /// <summary>The first derivative, of the sum of 16/3 y^3, becomes the model whose gradients are checked: about a dozen cases of each operator.</summary>
    [Theory]
    [MemberData(nameof(OperatorsDifferentiatedTwice))]
    public void Second_derivative_agrees_with_finite_differences(string type)
    {
        Cases.RuleCase[] cases = [.. Families.SelectMany(family => family.Cases).Single(entry => entry.Key == type).Value];
        foreach (Cases.RuleCase single in cases.Where((_, index) => index % Math.Max(1, cases.Length / 12) == 0))
        {
            WorkingModel model = WorkingModel.Open(OnnxModelFile.FromMemory(single.Model.Build(), "first.onnx"));
            string[] wanted = [.. single.Feeds.Where(feed => feed.Differentiated).Select(feed => feed.Name)];
            string seed = model.Editor.Mul(model.Editor.Sum([.. Enumerable.Repeat("y", 16)]), "y");
            IReadOnlyDictionary<string, string> first = Differentiator.Differentiate(model, new Dictionary<string, string> { ["y"] = seed }, wanted);
            model.Graph.Output.Clear();
            model.Graph.Output.AddRange(first.Values.Distinct().Select(gradient => new ValueInfoProto { Name = gradient }));
            GradientCheck.Verify(model.Proto.ToByteArray(), single.Feeds);
        }
    }
}
