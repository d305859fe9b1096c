using Paname.Attacks.Data;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Shadows;

/// <summary>Where shadow models come from.</summary>
public static partial class ShadowModels
{
    /// <summary>Trains models when an audit needs them. Nothing is trained before.</summary>
    /// <param name="trainer">Trains a model like the target: <c>OnnxShadows</c> of Paname.Onnx makes one for ONNX files, <see cref="ShadowTrainer.FromDelegate"/> for your own code.</param>
    /// <param name="options">How many, on what, and where they are kept.</param>
    /// <returns>The source.</returns>
    /// <exception cref="ArgumentException">An option outside its documented range.</exception>
    public static IShadowSource Train(IShadowTrainer trainer, ShadowOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        options ??= new ShadowOptions();
        options.Check();
        return new TrainedShadows(trainer, options);
    }

    /// <summary>Takes models that were trained elsewhere. They are not disposed: they are the caller's.</summary>
    /// <param name="models">The models; they give out what the target does.</param>
    /// <param name="inclusion">Which model was trained on which audited record: members in their order, then non-members.</param>
    /// <param name="population">Records from the source of the audited ones, neither audited nor in the target's training set. Default <see langword="null"/>: none.</param>
    /// <param name="populationInclusion">Which model was trained on which population record. Default <see langword="null"/>: none was.</param>
    /// <returns>The source.</returns>
    /// <exception cref="PanameDataException">The masks are of another number of models or population records.</exception>
    public static IShadowSource FromClassifiers(IReadOnlyList<IClassifier> models, InclusionMask inclusion, LabelledRecords? population = null, InclusionMask? populationInclusion = null)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(inclusion);
        IClassifier[] copy = [.. models];
        Array.ForEach(copy, model => ArgumentNullException.ThrowIfNull(model, nameof(models)));
        InclusionCheck.Require(copy.Length, inclusion, population, populationInclusion);
        return new ClassifierShadows(copy, inclusion, population, populationInclusion);
    }

    /// <summary>Takes models that were trained elsewhere, one by one: each is opened, scores all records, and is disposed.</summary>
    /// <param name="open">Opens a model by its zero-based index; it gives out what the target does.</param>
    /// <param name="inclusion">Which model was trained on which audited record: members in their order, then non-members. Its number of models is how many are opened.</param>
    /// <param name="population">Records from the source of the audited ones, neither audited nor in the target's training set. Default <see langword="null"/>: none.</param>
    /// <param name="populationInclusion">Which model was trained on which population record. Default <see langword="null"/>: none was.</param>
    /// <param name="parallel">How many are open at once, 1 at least. Default 1: the function need not be thread-safe.</param>
    /// <returns>The source.</returns>
    /// <exception cref="PanameDataException">The masks are of another number of models or population records.</exception>
    public static IShadowSource FromClassifiers(
        Func<int, IClassifier> open, InclusionMask inclusion, LabelledRecords? population = null, InclusionMask? populationInclusion = null, int parallel = 1)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(inclusion);
        ArgumentOutOfRangeException.ThrowIfLessThan(parallel, 1);
        InclusionCheck.Require(inclusion.Models, inclusion, population, populationInclusion);
        return new OpenedShadows(open, inclusion, population, populationInclusion, parallel);
    }
}
