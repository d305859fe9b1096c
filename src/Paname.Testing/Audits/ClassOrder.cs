using Paname.Attacks.Data;
using Paname.Attacks.Targets;

namespace Paname.Testing;

/// <summary>Refuses a label map that numbers the classes otherwise than the model does, where both say what their classes are called.</summary>
internal static class ClassOrder
{
    internal static void Require(IClassifier target, MembershipData data)
    {
        if (data.ClassNames is not { } names || (target as INamedClassifier)?.ClassLabels is not { } labels || names.SequenceEqual(labels, StringComparer.Ordinal))
        {
            return;
        }

        if (names.ToHashSet(StringComparer.Ordinal).SetEquals(labels))
        {
            int first = Enumerable.Range(0, names.Count).First(i => names[i] != labels[i]);
            throw new PanameDataException(
                FormattableString.Invariant($"Class {first} of the label map is not class {first} of {target.Name}, though both have the same classes. Give LabelMap the model's order, or OnnxClassifierOptions.ClassLabels the map's."));
        }
    }
}
