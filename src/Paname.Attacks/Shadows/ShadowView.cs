namespace Paname.Attacks.Shadows;

/// <summary>What an attacker has in shadow models: known from the plan, before any of their outputs is looked at.</summary>
/// <param name="Models">How many shadow models there are.</param>
/// <param name="LeastIn">The fewest models trained on a record, over all audited records; 0 when some record is in none.</param>
/// <param name="LeastOut">The fewest models trained without a record, over all audited records.</param>
/// <param name="PooledIn">Degrees of freedom of a pooled variance on the side of models trained on the record: the sum over records of (count - 1), empty sides counting 0.</param>
/// <param name="PooledOut">The same on the side of models trained without it.</param>
/// <param name="Balanced">Whether every record is in as many models as it is out of.</param>
/// <param name="Views">How many views (augmentations) of a record were scored; 1 when only the record itself.</param>
/// <param name="Outputs">Whether all outputs of the models are at hand, not only one signal.</param>
/// <param name="Population">How many population records, apart from the audited ones, were scored; 0 for none.</param>
public sealed record ShadowView(int Models, int LeastIn, int LeastOut, long PooledIn, long PooledOut, bool Balanced, int Views, bool Outputs, int Population)
{
    /// <summary>What the one number per model and record is; default <see cref="SignalScale.ScaledLogit"/>.</summary>
    public SignalScale Scale { get; init; }

    internal static ShadowView Of(InclusionMask mask, int views, bool outputs, int population)
    {
        int[] inside = mask.CountIn();
        return new ShadowView(
            mask.Models,
            inside.Min(),
            mask.Models - inside.Max(),
            inside.Sum(count => (long)Math.Max(0, count - 1)),
            inside.Sum(count => (long)Math.Max(0, mask.Models - count - 1)),
            Array.TrueForAll(inside, count => 2 * count == mask.Models),
            views,
            outputs,
            population);
    }
}
