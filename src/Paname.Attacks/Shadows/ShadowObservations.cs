using Paname.Attacks.Data;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Shadows;

/// <summary>What shadow models say about the audited records, members first, beside what the target says: where every attack with shadow models starts.</summary>
public sealed class ShadowObservations
{
    /// <summary>Gathers observations.</summary>
    /// <param name="target">The target's signals: audited records x 1 model x views.</param>
    /// <param name="shadows">The shadow models' signals: audited records x models x views, on the same scale.</param>
    /// <param name="inclusion">Which shadow model was trained on which audited record.</param>
    /// <exception cref="PanameDataException">The shapes or scales differ.</exception>
    public ShadowObservations(ShadowSignals target, ShadowSignals shadows, InclusionMask inclusion)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(shadows);
        ArgumentNullException.ThrowIfNull(inclusion);
        if (target.Models != 1 || target.Records != shadows.Records || target.Views != shadows.Views || target.Scale != shadows.Scale)
        {
            throw new PanameDataException("The target's and the shadow models' signals differ in records, views or scale, or the target's hold more than one model.");
        }

        if (inclusion.Models != shadows.Models || inclusion.Records != shadows.Records)
        {
            throw new PanameDataException(FormattableString.Invariant(
                $"The inclusion mask is of {inclusion.Models} models and {inclusion.Records} records, the signals of {shadows.Models} and {shadows.Records}."));
        }

        Target = target;
        Shadows = shadows;
        Inclusion = inclusion;
    }

    /// <summary>The target's signals.</summary>
    public ShadowSignals Target { get; }

    /// <summary>The shadow models' signals.</summary>
    public ShadowSignals Shadows { get; }

    /// <summary>Which shadow model was trained on which audited record.</summary>
    public InclusionMask Inclusion { get; }

    /// <summary>All outputs of each shadow model on the audited records; default <see langword="null"/>: only the signals are known.</summary>
    public IReadOnlyList<TargetOutputs>? Outputs { get; init; }

    /// <summary>Signals on population records; default <see langword="null"/>: there are none.</summary>
    public PopulationSignals? Population { get; init; }

    /// <summary>Clauses for the report on how these observations came about, such as "8 of 16 shadow models: the time budget of 60 s was used up"; default none.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What the attacker has, in numbers.</summary>
    public ShadowView View => field ??= ShadowView.Of(Inclusion, Shadows.Views, Outputs is not null, Population?.Count ?? 0) with { Scale = Target.Scale };
}
