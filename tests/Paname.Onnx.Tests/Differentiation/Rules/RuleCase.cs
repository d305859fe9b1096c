using Paname.Onnx.Tests.Support;

namespace Paname.Onnx.Tests.Differentiation.Rules;

/// <summary>One model a rule is checked on.</summary>
/// <param name="Operator">The operator whose rule it is a case of.</param>
/// <param name="What">What is special about it.</param>
/// <param name="Build">Adds constants and nodes that compute "y" from the fed inputs.</param>
/// <param name="Feeds">The inputs.</param>
internal sealed record RuleCase(string Operator, string What, Action<ModelBuilder> Build, params Feed[] Feeds)
{
    internal string Title => $"{Operator}: {What}";

    /// <summary>Checks the gradients; the sizes of inputs are declared, or left to the run.</summary>
    internal void Verify(bool dynamic)
    {
        var model = new ModelBuilder(opset: 21);
        int symbols = 100;
        foreach (Feed feed in Feeds)
        {
            model.Input(feed.Name, feed.Type, dynamic ? [.. feed.Shape.Select(_ => -++symbols)] : feed.Shape);
        }

        Build(model);
        GradientCheck.Verify(model.Untyped("y"), Feeds);
    }
}
