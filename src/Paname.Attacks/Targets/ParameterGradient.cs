namespace Paname.Attacks.Targets;

/// <summary>The gradient of a loss with respect to one parameter tensor.</summary>
/// <param name="Name">The parameter, as in <see cref="IGradientTarget.ParameterNames"/>.</param>
/// <param name="Shape">Its axes.</param>
/// <param name="Values">The gradient, row-major, of the parameter's shape; finite.</param>
public sealed record ParameterGradient(string Name, IReadOnlyList<long> Shape, ReadOnlyMemory<float> Values);
