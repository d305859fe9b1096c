namespace Paname.Attacks.Targets;

/// <summary>A classifier that knows what its classes are called, so that the data's label map can be held against it.</summary>
public interface INamedClassifier : IClassifier
{
    /// <summary>The label of each class by class index, or <see langword="null"/> when not known.</summary>
    IReadOnlyList<string>? ClassLabels { get; }
}
