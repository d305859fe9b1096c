namespace Paname.Testing;

/// <summary>How a result is held against its baseline.</summary>
public sealed record BaselineOptions
{
    /// <summary>The largest worsening of an AUC that may stay unseen, above 0 and at most 0.5; default 0.03. It is stored, and must agree with what is stored: loosening it shows in the diff.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside its range.</exception>
    public double Margin
    {
        get;
        init => field = value is > 0 and <= .5 ? value : throw new ArgumentOutOfRangeException(nameof(Margin), "Margin lies above 0 and at most at 0.5, for example 0.03.");
    } = .03;

    /// <summary>False positive rates whose true positive rates are gated too, each strictly between 0 and 1; default none: the AUC is gated, rates are shown.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside its range.</exception>
    public IReadOnlyList<double> GatedTprAt
    {
        get;
        init => field = value.All(rate => rate is > 0 and < 1)
            ? [.. value]
            : throw new ArgumentOutOfRangeException(nameof(GatedTprAt), "A false positive rate lies strictly between 0 and 1, for example 0.01.");
    } = [];

    /// <summary>The baseline's name instead of Class.Method; default <see langword="null"/>.</summary>
    public string? Name { get; init; }

    /// <summary>Tells the cases of one method apart, such as the arguments of a parameterised test; default <see langword="null"/>.</summary>
    public string? Variant { get; init; }
}
