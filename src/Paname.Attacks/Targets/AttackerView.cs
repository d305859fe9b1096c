namespace Paname.Attacks.Targets;

/// <summary>What an attacker sees of a target: the needs of attacks are matched with it.</summary>
/// <param name="OutputKind">What the target gives out.</param>
/// <param name="Classes">How many classes it tells apart; 1 when not known (a file of losses).</param>
/// <param name="Labels">Whether the true labels of the audited records are known.</param>
public sealed record AttackerView(OutputKind OutputKind, int Classes, bool Labels)
{
    /// <summary>Whether a score for every class is visible.</summary>
    public bool HasScores => OutputKind is OutputKind.Logits or OutputKind.Probabilities;
}
