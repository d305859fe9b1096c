namespace Paname.Onnx.Differentiation.Objectives;

/// <summary>What a model's output says of each class, in a form whose derivative loses no digits. Each method appends nodes and returns a vector of float32, one number per record.</summary>
internal interface IClassScores
{
    /// <summary>-log of the class's probability.</summary>
    string Loss(string labels);

    /// <summary>The class's logit.</summary>
    string Logit(string labels);

    /// <summary>The class's probability.</summary>
    string Probability(string labels);
}
