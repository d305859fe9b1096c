using System.Runtime.CompilerServices;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Membership;

/// <summary>A lock for each target: attacks of an audit run side by side, and a delegate is called by one thread at a time.</summary>
internal static class TargetGate
{
    private static readonly ConditionalWeakTable<IClassifier, Lock> Gates = [];

    internal static Lock Of(IClassifier target) => Gates.GetOrCreateValue(target);
}
