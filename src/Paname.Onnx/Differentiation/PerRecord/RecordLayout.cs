namespace Paname.Onnx.Differentiation.PerRecord;

/// <summary>Where the records of a batch lie in a value.</summary>
internal enum RecordLayout
{
    /// <summary>It cannot be told, or the records are mixed.</summary>
    Unknown,

    /// <summary>The value is the same whatever the records are: weights, masks, positions.</summary>
    Shared,

    /// <summary>The first axis counts the records.</summary>
    Records,

    /// <summary>The first axis counts rows, the same number for each record, record after record, as when a batch of texts is flattened to its tokens.</summary>
    Rows,
}
