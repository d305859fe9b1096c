using Google.Protobuf;
using Paname.Onnx.Graphs.Schema;

namespace Paname.Onnx.Tests.Differentiation.Rules;

/// <summary>Rules are written for operator set 21, and models of newer ones keep theirs: each rule must hold there too.</summary>
public class NewestOpsetTests
{
    /// <summary>The newest one that ONNX Runtime 1.29 loads.</summary>
    private const int Newest = 26;

    private const int CasesPerOperator = 4;

    /// <summary>The runtime knows Swish in operator set 24 only, as a function it writes out itself.</summary>
    public static TheoryData<string> Operators() => [.. RuleTests.Families.SelectMany(family => family.Cases.Keys).Except(["Swish"])];

    [Theory]
    [MemberData(nameof(Operators))]
    public void Gradient_agrees_with_finite_differences(string type)
    {
        Cases.RuleCase[] cases = [.. RuleTests.Families.SelectMany(family => family.Cases).Single(entry => entry.Key == type).Value];
        foreach (Cases.RuleCase single in cases.Where((_, index) => index % Math.Max(1, cases.Length / CasesPerOperator) == 0))
        {
            ModelProto model = single.Model.Model.Clone();
            model.OpsetImport.Single(import => import.Domain.Length == 0).Version = Newest;
            model.IrVersion = 11;
            GradientCheck.Verify(model.ToByteArray(), single.Feeds);
        }
    }
}
