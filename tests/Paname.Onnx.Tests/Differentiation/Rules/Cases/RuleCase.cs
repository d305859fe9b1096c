using Paname.Onnx.Tests.Support;

namespace Paname.Onnx.Tests.Differentiation.Rules.Cases;

/// <summary>One model around an operator, and the inputs at which its gradients are held against finite differences.</summary>
internal sealed record RuleCase(string Title, ModelBuilder Model, params Feed[] Feeds);
