using Paname.Attacks.Data;
using Paname.Attacks.Shadows;
using Paname.Onnx.Training;

namespace Paname.Onnx;

/// <summary>Shadow models of ONNX classifiers: retrained from the target's own file, or loaded from files.</summary>
public static class OnnxShadows
{
    /// <summary>Retrains models from the target's file: its architecture, fresh weights, halves of the audited records. Nothing is read or trained before an audit needs it.</summary>
    /// <param name="target">The target.</param>
    /// <param name="data">The audited records. Its members give the loss that <see cref="TrainingRecipe.MatchTarget"/> matches.</param>
    /// <param name="recipe">How the target was trained; <see cref="TrainingRecipe.MatchTarget"/> where that is not known: until the mean training loss is that of the target on its members.</param>
    /// <param name="count">How many models: an even number, 2 to 4,096. Default 16.</param>
    /// <returns>The source.</returns>
    /// <exception cref="ArgumentException">A number or recipe outside its documented range; a recipe that starts from the file's weights, or stops early by held-out records.</exception>
    public static IShadowSource Retrain(OnnxClassifier target, MembershipData data, TrainingRecipe recipe, int count = 16)
        => Retrain(target, data, recipe, new ShadowOptions { Count = count });

    /// <summary>Retrains models from the target's file.</summary>
    /// <param name="target">The target.</param>
    /// <param name="data">The audited records. Its members give the loss that <see cref="TrainingRecipe.MatchTarget"/> matches.</param>
    /// <param name="recipe">How the target was trained.</param>
    /// <param name="options">How many models, on what, and where they are kept.</param>
    /// <param name="trainer">How the file is opened for training. Default <see langword="null"/>: output, image layout and input binding as the target's.</param>
    /// <param name="parallel">How many models are trained at once, at least 1; 0 for as many as there are cores. Default 0.</param>
    /// <returns>The source.</returns>
    /// <exception cref="ArgumentException">An option or recipe outside its documented range; a recipe that starts from the file's weights, or stops early by held-out records.</exception>
    public static IShadowSource Retrain(OnnxClassifier target, MembershipData data, TrainingRecipe recipe, ShadowOptions options, OnnxTrainerOptions? trainer = null, int parallel = 0)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(recipe);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(parallel);
        RetrainedShadows.Check(recipe);
        trainer?.Check();
        var source = new RetrainedShadows(
            () => new OnnxShadowTrainer(target, data, recipe, trainer, parallel == 0 ? Environment.ProcessorCount : parallel), options);
        source.CheckOptions();
        return source;
    }

    /// <summary>Loads models that were trained elsewhere, when an audit needs them; each is closed once it has scored all records.</summary>
    /// <param name="paths">The .onnx files, relative to the test project or absolute.</param>
    /// <param name="inclusion">Which model was trained on which audited record: members in their order, then non-members.</param>
    /// <param name="options">How to read and run them. Default <see langword="null"/>: everything is read from the graphs.</param>
    /// <param name="population">Records from the source of the audited ones, neither audited nor in the target's training set. Default <see langword="null"/>: none.</param>
    /// <param name="populationInclusion">Which model was trained on which population record. Default <see langword="null"/>: none was.</param>
    /// <returns>The source.</returns>
    /// <exception cref="PanameDataException">The masks are of another number of models or population records.</exception>
    /// <exception cref="ArgumentException">An option outside its documented range.</exception>
    public static IShadowSource Load(
        IReadOnlyList<string> paths, InclusionMask inclusion, OnnxClassifierOptions? options = null, LabelledRecords? population = null, InclusionMask? populationInclusion = null)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(inclusion);
        options ??= new OnnxClassifierOptions();
        options.Check();
        string[] copy = [.. paths];
        if (copy.Length != inclusion.Models)
        {
            throw new PanameDataException(FormattableString.Invariant($"There are {copy.Length} files of shadow models, and the inclusion mask is of {inclusion.Models} models."));
        }

        IShadowSource models = ShadowModels.FromClassifiers(model => OnnxClassifier.Load(copy[model], options), inclusion, population, populationInclusion, Environment.ProcessorCount);
        return new LoadedShadows(copy, options, inclusion, models, population, populationInclusion);
    }
}
