using Paname.Attacks.Signals;

namespace Paname.Attacks.Membership;

/// <summary>A mean p of probabilities that models give a record.</summary>
/// <param name="Value">p.</param>
/// <param name="Rest">1 - p, added up on its own, so that records of which every model is sure keep their order.</param>
/// <param name="LogHighest">The logarithm of the highest probability, where it rounds to 0.</param>
internal readonly record struct MeanProbability(double Value, double Rest, double LogHighest)
{
    /// <summary>log p; where all probabilities round to 0, that of the highest one.</summary>
    internal double Log() => Rest < 0.5 ? LogOdds.Log1P(-Rest) : Value > 0 ? Math.Log(Value) : LogHighest;

    /// <summary>RMIA's p-bar online: models trained on the record and models trained without it count one half, however many there are of each.</summary>
    internal static MeanProbability Online(MeanProbability inside, MeanProbability outside)
        => new(0.5 * (inside.Value + outside.Value), 0.5 * (inside.Rest + outside.Rest), Math.Max(inside.LogHighest, outside.LogHighest));

    /// <summary>RMIA's p-bar offline, from the models trained without the record: ((1 + a) p + 1 - a) / 2.</summary>
    internal MeanProbability Offline(double a) => new(0.5 * (((1 + a) * Value) + (1 - a)), 0.5 * (1 + a) * Rest, LogHighest);
}
