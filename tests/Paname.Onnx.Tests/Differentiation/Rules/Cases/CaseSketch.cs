using Paname.Onnx.Tests.Support;

namespace Paname.Onnx.Tests.Differentiation.Rules.Cases;

/// <summary>A case that holds with declared sizes of the inputs and with sizes left to the run.</summary>
/// <param name="Operator">The operator whose rule it is a case of.</param>
/// <param name="What">What is special about it.</param>
/// <param name="Build">Adds constants and nodes that compute "y" from the fed inputs.</param>
/// <param name="Feeds">The inputs.</param>
internal sealed record CaseSketch(string Operator, string What, Action<ModelBuilder> Build, params Feed[] Feeds)
{
    internal static IReadOnlyDictionary<string, IEnumerable<RuleCase>> ByOperator(IEnumerable<CaseSketch> sketches)
        => sketches.GroupBy(sketch => sketch.Operator).ToDictionary(
            group => group.Key,
            IEnumerable<RuleCase> (group) => [.. group.SelectMany(sketch => new[] { sketch.Case(dynamic: false), sketch.Case(dynamic: true) })],
            StringComparer.Ordinal);

    internal RuleCase Case(bool dynamic)
    {
        var model = new ModelBuilder(opset: 21);
        int symbols = 100;
        foreach (Feed feed in Feeds)
        {
            model.Input(feed.Name, feed.Type, dynamic ? [.. feed.Shape.Select(_ => -++symbols)] : feed.Shape);
        }

        Build(model);
        return new($"{What}, {(dynamic ? "dynamic" : "declared")} sizes", model.Untyped("y"), Feeds);
    }
}
