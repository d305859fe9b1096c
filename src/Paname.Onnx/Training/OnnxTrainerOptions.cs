namespace Paname.Onnx.Training;

/// <summary>How a model is opened for training. Every property has a default; most models need none.</summary>
public sealed record OnnxTrainerOptions
{
    /// <summary>The output the loss is computed from. Default <see langword="null"/>: the one that holds scores.</summary>
    public string? OutputName { get; init; }

    /// <summary>Layout and scaling of image records. Default <see langword="null"/>: values reach the model as they are.</summary>
    public OnnxImageInput? Image { get; init; }

    /// <summary>Says which values feed which input, for models with several inputs that no field or column is named after. Default <see langword="null"/>: by name.</summary>
    public OnnxInputBinding? InputBinding { get; init; }

    /// <summary>Names of stored tensors that keep their values although they look like weights. Default none.</summary>
    public IReadOnlyList<string> Freeze { get; init; } = [];

    /// <summary>Names of stored tensors that are trained although they do not look like weights; those start from the file's values. Default none.</summary>
    public IReadOnlyList<string> Train { get; init; } = [];

    /// <summary>Threads inside one step: 1 to 1,024, or 0 for all cores. Default 1, which is fastest for small models and leaves cores to models trained side by side.
    /// More may change the last digits of weights.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>The same choices, in the form in which inputs are fed.</summary>
    internal OnnxClassifierOptions ForInputs => new() { OutputName = OutputName, Image = Image, InputBinding = InputBinding };

    internal void Check()
    {
        Image?.Check();
        if (Freeze.Intersect(Train, StringComparer.Ordinal).FirstOrDefault() is { } both)
        {
            throw new ArgumentException($"'{both}' stands in Freeze and in Train; name it in one of them.", nameof(Freeze));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(Threads, nameof(Threads));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Threads, 1024, nameof(Threads));
    }
}
