using Paname.Attacks.Data;

namespace Paname.Attacks.Shadows;

/// <summary>The same signals on population records: from the audited source, but neither audited nor in the target's training set.</summary>
public sealed class PopulationSignals
{
    /// <summary>Gathers signals.</summary>
    /// <param name="target">The target's: population records x 1 model x views.</param>
    /// <param name="shadows">The shadow models': population records x models x views, on the same scale.</param>
    /// <param name="inclusion">Which shadow model was trained on which population record; <see langword="null"/> when none was.</param>
    /// <exception cref="PanameDataException">The shapes or scales differ.</exception>
    public PopulationSignals(ShadowSignals target, ShadowSignals shadows, InclusionMask? inclusion = null)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(shadows);
        if (target.Models != 1 || target.Records != shadows.Records || target.Views != shadows.Views || target.Scale != shadows.Scale)
        {
            throw new PanameDataException("The target's and the shadow models' signals of the population differ in records, views or scale, or the target's hold more than one model.");
        }

        if (inclusion is not null && (inclusion.Models != shadows.Models || inclusion.Records != shadows.Records))
        {
            throw new PanameDataException(FormattableString.Invariant(
                $"The population's inclusion mask is of {inclusion.Models} models and {inclusion.Records} records, its signals of {shadows.Models} and {shadows.Records}."));
        }

        Target = target;
        Shadows = shadows;
        Inclusion = inclusion;
    }

    /// <summary>The target's signals.</summary>
    public ShadowSignals Target { get; }

    /// <summary>The shadow models' signals.</summary>
    public ShadowSignals Shadows { get; }

    /// <summary>Which shadow model was trained on which population record; <see langword="null"/> when none was.</summary>
    public InclusionMask? Inclusion { get; }

    /// <summary>How many population records there are.</summary>
    public int Count => Target.Records;
}
