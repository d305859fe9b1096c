namespace Paname.Attacks.Membership;

/// <summary>How LiRA is run.</summary>
public sealed record LiraOptions
{
    /// <summary>Which models the target is compared with; default <see cref="ShadowForm.Auto"/>: online where every record has models of both kinds.</summary>
    public ShadowForm Form { get; init; }

    /// <summary>Where variances come from; default <see cref="LiraVariance.Auto"/>: pooled with fewer than 64 models.</summary>
    public LiraVariance Variance { get; init; }

    /// <summary>The middle of a record's signals; default <see cref="ShadowCentre.Median"/>, as in the authors' implementation.</summary>
    public ShadowCentre Centre { get; init; }

    internal void Check()
    {
        OptionRange.Defined(Form, nameof(Form));
        OptionRange.Defined(Variance, nameof(Variance));
        OptionRange.Defined(Centre, nameof(Centre));
    }
}
