namespace Paname.Onnx.Differentiation.PerRecord;

/// <summary>How the gradient of one parameter differs from record to record, measured without writing those gradients down.</summary>
internal interface IPerRecordForm
{
    /// <summary>Operators and the input that holds the parameter.</summary>
    IEnumerable<(string Operator, int Input)> Uses { get; }

    /// <summary>Whether this use is one the form is right for.</summary>
    bool Covers(PerRecordUse use);

    /// <summary>Appends the squared norms.</summary>
    /// <returns>A vector, one number per record.</returns>
    string Emit(PerRecordUse use);
}
