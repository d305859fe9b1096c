using System.Numerics.Tensors;
using Paname.Attacks.Shadows;

namespace Paname.Attacks.Membership;

/// <summary>Signals turned so that higher means member.</summary>
internal static class MemberSignals
{
    /// <summary>The signals themselves; of residuals their size, negated.</summary>
    internal static ShadowSignals Of(ShadowSignals signals)
    {
        if (signals.Scale != SignalScale.Residual)
        {
            return signals;
        }

        var sizes = new double[signals.Values.Length];
        TensorPrimitives.Abs(signals.Values.Span, sizes);
        TensorPrimitives.Negate(sizes, sizes);
        return new ShadowSignals(SignalScale.Score, signals.Records, signals.Models, signals.Views, sizes);
    }
}
