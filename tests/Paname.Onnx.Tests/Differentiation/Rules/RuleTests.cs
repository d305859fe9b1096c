using Paname.Onnx.Differentiation;
using Paname.Onnx.Differentiation.Rules.Activations;
using Paname.Onnx.Differentiation.Rules.Convolution;
using Paname.Onnx.Differentiation.Rules.Elementwise;
using Paname.Onnx.Differentiation.Rules.Linear;
using Paname.Onnx.Differentiation.Rules.Normalization;
using Paname.Onnx.Differentiation.Rules.Reduction;
using Paname.Onnx.Tests.Differentiation.Rules.Cases;

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
        foreach ((IReadOnlyList<IGradientRule> rules, IReadOnlyDictionary<string, IEnumerable<Cases.RuleCase>> cases) in Families)
        {
            Assert.Equal(rules.Select(rule => rule.Operator).Order(), cases.Where(entry => entry.Value.Any()).Select(entry => entry.Key).Order());
        }
    }
}
