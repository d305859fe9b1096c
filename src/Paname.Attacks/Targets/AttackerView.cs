using Paname.Attacks.Shadows;

namespace Paname.Attacks.Targets;

/// <summary>What an attacker sees of a target: the needs of attacks are matched with it.</summary>
/// <param name="OutputKind">What the target gives out.</param>
/// <param name="Classes">How many classes it tells apart; 1 when not known (a file of losses) or when it tells none apart (a regression).</param>
/// <param name="Labels">Whether the true labels of the audited records are known.</param>
public sealed record AttackerView(OutputKind OutputKind, int Classes, bool Labels)
{
    /// <summary>The shadow models at hand; default <see langword="null"/>: none.</summary>
    public ShadowView? Shadows { get; init; }

    /// <summary>Whether the target can be asked about other records; default <see langword="false"/>: only recorded outputs are known.</summary>
    public bool Queries { get; init; }

    /// <summary>Whether gradients of the target are visible; default <see langword="false"/>.</summary>
    public bool Gradients { get; init; }

    /// <summary>How many numbers describe a record, where records are numbers only; default <see langword="null"/>: they are not, or not known.</summary>
    public int? Features { get; init; }

    /// <summary>Whether a score for every class is visible.</summary>
    public bool HasScores => OutputKind is OutputKind.Logits or OutputKind.Probabilities;
}
