using Paname.Attacks.Data;

namespace Paname.Attacks.Targets;

/// <summary>Scores a batch of records.</summary>
/// <param name="batch">The records.</param>
/// <param name="outputs">To be filled, row-major: batch count x classes, or one predicted class per record when labels only.</param>
public delegate void ScoreBatch(RecordBatch batch, Span<double> outputs);
