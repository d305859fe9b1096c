namespace Paname.Testing;

/// <summary>How the numbers of an audit are read against a limit.</summary>
public enum Evidence
{
    /// <summary>The default: the upper 95 % bound must lie below the limit. The burden of proof is on the model, so an inconclusive audit fails.</summary>
    UpperBound,

    /// <summary>Fails only when a leak of at least the limit is proven at 5 %. For models that cannot yet show more; never evidence of safety.</summary>
    LeakProven,

    /// <summary>Compares the estimate alone, whatever its uncertainty. For exploration; a gate built on it passes and fails by luck near the limit.</summary>
    PointEstimate,
}
