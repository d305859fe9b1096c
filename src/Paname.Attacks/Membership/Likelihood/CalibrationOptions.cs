namespace Paname.Attacks.Membership;

/// <summary>How the calibrated loss is run.</summary>
public sealed record CalibrationOptions
{
    /// <summary>Which models difficulty is read from; default <see cref="CalibrationReferences.Out"/>.</summary>
    public CalibrationReferences References { get; init; }

    /// <summary>The middle of a record's signals over models; default <see cref="ShadowCentre.Mean"/>.</summary>
    public ShadowCentre Centre { get; init; } = ShadowCentre.Mean;

    /// <summary>What is calibrated; default <see cref="CalibrationSignal.Loss"/>.</summary>
    public CalibrationSignal Signal { get; init; }

    internal void Check()
    {
        OptionRange.Defined(References, nameof(References));
        OptionRange.Defined(Centre, nameof(Centre));
        OptionRange.Defined(Signal, nameof(Signal));
    }
}
