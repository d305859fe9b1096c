using Paname.Attacks.Data;

namespace Paname.Attacks.Targets;

/// <summary>A live target and the audited records, for attacks that ask about other records than those audited, or look inside.</summary>
public sealed class QueryAccess
{
    /// <summary>Gathers what can be asked.</summary>
    /// <param name="target">The target.</param>
    /// <param name="records">The audited records, members first.</param>
    public QueryAccess(IClassifier target, Records records)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(records);
        Target = target;
        Records = records;
    }

    /// <summary>The target.</summary>
    public IClassifier Target { get; }

    /// <summary>The audited records, members first.</summary>
    public Records Records { get; }

    /// <summary>The same target with its gradients; default: the target itself where it has them, else <see langword="null"/>.</summary>
    public IGradientTarget? Gradients
    {
        get => field ?? Target as IGradientTarget;
        init;
    }
}
