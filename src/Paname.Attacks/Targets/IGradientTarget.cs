using Paname.Attacks.Data;

namespace Paname.Attacks.Targets;

/// <summary>A classifier whose inside an attacker sees too (white box): gradients with respect to inputs and parameters.</summary>
/// <remarks>Records do not influence each other: a model whose outputs for one record depend on the others of the batch is refused where numbers per record are asked for.</remarks>
public interface IGradientTarget : IClassifier
{
    /// <summary>The parameters that training changes, in the model's order. Constants such as standardisation and running statistics are none.</summary>
    IReadOnlyList<string> ParameterNames { get; }

    /// <summary>Values of one record in all floating-point inputs together; <see langword="null"/> where the model leaves it to the records.</summary>
    int? InputWidth { get; }

    /// <summary>Gradient of a number per record with respect to the record itself, as model inversion climbs it (Fredrikson, Jha, Ristenpart 2015).</summary>
    /// <param name="batch">The records.</param>
    /// <param name="objective">The number.</param>
    /// <param name="classes">The class it speaks of, zero-based, one per record.</param>
    /// <param name="objectives">Filled with the number for each record.</param>
    /// <param name="gradients">Filled row-major, records x <see cref="InputWidth"/>: the values of each floating-point input in the order the model declares them,
    /// in the units and layout the model sees, after any scaling of its inputs. Finite.</param>
    /// <param name="cancellationToken">Stops between or within batches.</param>
    /// <exception cref="ArgumentException">A span of another length, or a class that is none.</exception>
    /// <exception cref="PanameDataException">The records do not fit the model, it has no floating-point input or no derivative, or a gradient is not finite.</exception>
    void InputGradients(RecordBatch batch, GradientObjective objective, ReadOnlySpan<int> classes, Span<double> objectives, Span<float> gradients, CancellationToken cancellationToken);

    /// <summary>Euclidean norm of the gradient of each record's own loss with respect to parameters: small for records a model has learnt by heart (Nasr, Shokri, Houmansadr 2019).</summary>
    /// <param name="batch">The records.</param>
    /// <param name="labels">The true class of each record, zero-based.</param>
    /// <param name="scope">The parameters to take together.</param>
    /// <param name="norms">Filled with one norm per record; finite, at least 0.</param>
    /// <param name="cancellationToken">Stops between or within batches.</param>
    /// <exception cref="ArgumentException">A span of another length, a label that is no class, or a name in the scope that is no parameter.</exception>
    /// <exception cref="PanameDataException">The records do not fit the model, it has no derivative, or a norm is not finite.</exception>
    void GradientNorms(RecordBatch batch, ReadOnlySpan<int> labels, GradientScope scope, Span<double> norms, CancellationToken cancellationToken);

    /// <summary>Gradient of the mean loss of a batch with respect to every parameter, as gradient inversion starts from (Zhu, Liu, Han 2019).</summary>
    /// <param name="batch">The records; at least one.</param>
    /// <param name="labels">The true class of each record, zero-based.</param>
    /// <param name="cancellationToken">Stops between or within batches.</param>
    /// <returns>The loss and the gradients.</returns>
    /// <exception cref="ArgumentException">A span of another length, a label that is no class, or an empty batch.</exception>
    /// <exception cref="PanameDataException">The records do not fit the model, it has no derivative, or a gradient is not finite.</exception>
    BatchGradients ParameterGradients(RecordBatch batch, ReadOnlySpan<int> labels, CancellationToken cancellationToken);
}
