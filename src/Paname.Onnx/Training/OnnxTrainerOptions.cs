namespace Paname.Onnx.Training;

/// <summary>How a model file is read for training. Every property has a default; most models need none.</summary>
public sealed record OnnxTrainerOptions
{
    /// <summary>The output that is trained. Default <see langword="null"/>: the one that holds scores.</summary>
    public string? OutputName { get; init; }

    /// <summary>Names of stored tensors that are left as they are, beside those the trainer freezes by itself. Default: none.</summary>
    public IReadOnlyList<string> Freeze { get; init; } = [];

    /// <summary>Names of stored tensors that are trained although the trainer would freeze them. Default: none.</summary>
    public IReadOnlyList<string> Train { get; init; } = [];

    /// <summary>Threads inside one step: 1 to 1,024, or 0 for all cores. Default 1, which is fastest for small models and leaves cores to models trained side by side.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Layout and scaling of image records. Default <see langword="null"/>: values reach the model as they are.</summary>
    public OnnxImageInput? Image { get; init; }

    /// <summary>Says which values feed which input, for models with several inputs that no field or column is named after. Default <see langword="null"/>: by name.</summary>
    public OnnxInputBinding? InputBinding { get; init; }

    internal void Check()
    {
        ArgumentNullException.ThrowIfNull(Freeze, nameof(Freeze));
        ArgumentNullException.ThrowIfNull(Train, nameof(Train));
        if (Freeze.Intersect(Train, StringComparer.Ordinal).FirstOrDefault() is { } both)
        {
            throw new ArgumentException($"'{both}' is listed in Freeze and in Train; list it in one of them.", nameof(Freeze));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(Threads, nameof(Threads));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Threads, 1024, nameof(Threads));
        Image?.Check();
    }
}
