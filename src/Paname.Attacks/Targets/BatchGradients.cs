namespace Paname.Attacks.Targets;

/// <summary>The mean loss of a batch and its gradient with respect to every parameter: what a participant of federated learning sends after one step.</summary>
/// <param name="Loss">The mean cross-entropy over the batch, in nats.</param>
/// <param name="Parameters">One gradient per parameter, in the order of <see cref="IGradientTarget.ParameterNames"/>.</param>
public sealed record BatchGradients(double Loss, IReadOnlyList<ParameterGradient> Parameters);
