namespace Paname.Testing;

/// <summary>The judgement of a claimed epsilon. It is refuted or not refuted; there is no pass, since a weak attack shows nothing.</summary>
/// <param name="IsRefuted">Whether the lower bound of an attack reaches the claim.</param>
/// <param name="CouldRefute">Whether a perfect attack on as many records would have refuted it; if not, the verdict says nothing at all.</param>
/// <param name="Message">The judgement in full.</param>
/// <param name="Attacks">The attacks with their lower bounds, strongest first.</param>
public sealed record EpsilonVerdict(bool IsRefuted, bool CouldRefute, string Message, IReadOnlyList<AttackEpsilon> Attacks);
