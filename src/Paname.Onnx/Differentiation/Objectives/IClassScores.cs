namespace Paname.Onnx.Differentiation.Objectives;

/// <summary>What a model's output says of each class. Each method appends nodes for one class per record: int64 [n, 1], each at least 0.</summary>
/// <remarks>Gradients are written out rather than differentiated: that takes half the nodes, which is most of the time of a small model, and loses no digits.</remarks>
internal interface IClassScores
{
    /// <summary>The scores: float32 [n, columns].</summary>
    string Scores { get; }

    /// <summary>-log of the class's probability.</summary>
    RecordObjective Loss(string labels);

    /// <summary>The class's logit.</summary>
    RecordObjective Logit(string labels);

    /// <summary>The class's probability.</summary>
    RecordObjective Probability(string labels);
}
