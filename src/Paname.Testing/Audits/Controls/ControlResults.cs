using Paname.Attacks.Membership;

namespace Paname.Testing;

/// <summary>What the controls of an audit gave; null where time left one out.</summary>
/// <param name="attacks">The names of the attacks that ran.</param>
/// <param name="late">Why a control was left out.</param>
internal sealed class ControlResults(IReadOnlyList<string> attacks, string late)
{
    internal IReadOnlyList<string> Attacks => attacks;

    internal string Late => late;

    internal PositiveControlResult?[] Positive { get; } = new PositiveControlResult?[attacks.Count];

    internal NullControlResult?[] Null { get; } = new NullControlResult?[attacks.Count];

    internal BlindBaselineResult? Blind { get; set; }

    /// <summary>Why there is no blind baseline, other than time.</summary>
    internal string? BlindNotRun { get; set; }
}
