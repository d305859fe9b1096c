namespace Paname.Testing;

/// <summary>The value that slow creep is held against: it rises only by an explicit acceptance with a reason, and falls only by a confirmed improvement.</summary>
/// <param name="Mean">Mean of its retrainings.</param>
/// <param name="StandardError">Standard error over records, 0 or more.</param>
/// <param name="Count">How many retrainings it rests on, 1 or more.</param>
/// <param name="StandardDeviation">Their standard deviation, or <see langword="null"/> for a single one.</param>
public sealed record BaselineAnchor(double Mean, double StandardError, int Count, double? StandardDeviation)
{
    /// <summary>SHA-256 of the data it was measured on; <see langword="null"/>, in a received file, stands for the subject's own.</summary>
    public string? DataFingerprint { get; init; }
}
