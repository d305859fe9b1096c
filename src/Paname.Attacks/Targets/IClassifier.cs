using Paname.Attacks.Data;

namespace Paname.Attacks.Targets;

/// <summary>A classifier an attacker can query for outputs.</summary>
public interface IClassifier : ITarget
{
    /// <summary>What <see cref="Score"/> gives out: logits, probabilities or labels only.</summary>
    OutputKind OutputKind { get; }

    /// <summary>How many classes the model tells apart; at least 2.</summary>
    int Classes { get; }

    /// <summary>Queries the model.</summary>
    /// <param name="batch">The records.</param>
    /// <param name="outputs">Filled by the call, row-major: batch count x <see cref="Classes"/>, or one predicted class per record when labels only.</param>
    /// <param name="cancellationToken">Stops between or within batches.</param>
    /// <exception cref="PanameDataException">The records do not fit the model's inputs.</exception>
    void Score(RecordBatch batch, Span<double> outputs, CancellationToken cancellationToken);
}
