namespace Paname.Attacks.Targets;

/// <summary>A model that knows how many numbers it learnt. Held against the number of training records, it tells how much the model could memorise: EDPB Opinion 28/2024,
/// paragraph 58 (e), asks for that ratio.</summary>
public interface IParameterCount
{
    /// <summary>How many trained parameters the model has, or <see langword="null"/> when that cannot be told, as for trees.</summary>
    long? Parameters { get; }
}
