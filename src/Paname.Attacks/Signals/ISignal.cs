using Paname.Attacks.Targets;

namespace Paname.Attacks.Signals;

/// <summary>One number per record, computed in float64 from a classifier's outputs and the true labels.</summary>
public interface ISignal
{
    /// <summary>The signal's name, as the literature writes it.</summary>
    string Name { get; }

    /// <summary>Whether records of the training set tend to have the lower values (a loss) rather than the higher (a confidence).</summary>
    bool LowerIsMember { get; }

    /// <summary>Why the signal cannot be computed from these outputs, as "needs ...", or <see langword="null"/> when it can.</summary>
    /// <param name="view">What the attacker sees.</param>
    /// <returns>The reason, or <see langword="null"/>.</returns>
    string? Unavailable(AttackerView view);

    /// <summary>Computes the signal, in its own orientation.</summary>
    /// <param name="outputs">The model's outputs.</param>
    /// <param name="labels">The true class of each record; empty for a signal that needs none.</param>
    /// <param name="values">Filled by the call, one value per record.</param>
    void Compute(TargetOutputs outputs, ReadOnlySpan<int> labels, Span<double> values);
}
