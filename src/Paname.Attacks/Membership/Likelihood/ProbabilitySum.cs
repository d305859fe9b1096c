namespace Paname.Attacks.Membership;

/// <summary>Adds up probabilities that models give a record.</summary>
internal struct ProbabilitySum()
{
    private double _sum;
    private double _rest;
    private double _highest = double.NegativeInfinity;

    internal int Count { get; private set; }

    internal readonly MeanProbability Mean => new(_sum / Count, _rest / Count, _highest);

    internal void Add(TrueClassProbability reading, double signal)
    {
        (double probability, double rest) = reading.Split(signal);
        _sum += probability;
        _rest += rest;
        Count++;
        if (probability == 0)
        {
            _highest = Math.Max(_highest, reading.Log(signal));
        }
    }
}
