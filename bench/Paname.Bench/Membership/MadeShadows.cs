using MathNet.Numerics.Distributions;
using Paname.Attacks.Membership;
using Paname.Attacks.Shadows;
using Paname.Attacks.Targets;

namespace Paname.Bench.Membership;

/// <summary>Made-up signals of shadow models: normal, one standard deviation higher for models trained on the record; every record is in half of the models.</summary>
internal sealed class MadeShadows
{
    private readonly double[] _target;
    private readonly double[] _signals;

    private MadeShadows(double[] target, double[] signals, InclusionMask inclusion)
    {
        _target = target;
        _signals = signals;
        Inclusion = inclusion;
    }

    internal int Records => _target.Length;

    internal int Models => Inclusion.Models;

    internal InclusionMask Inclusion { get; }

    internal ReadOnlySpan<double> Target => _target;

    internal ReadOnlySpan<double> Row(int record) => _signals.AsSpan(record * Models, Models);

    /// <param name="records">How many records; the first half are members of the target.</param>
    /// <param name="models">How many shadow models: an even number.</param>
    /// <param name="seed">Decides the numbers.</param>
    internal static MadeShadows Make(int records, int models, int seed)
    {
        var random = new Random(seed);
        var target = new double[records];
        var signals = new double[records * models];
        var flags = new bool[records * models];
        Normal.Samples(random, target, 0, 1);
        Normal.Samples(random, signals, 0, 1);
        for (int record = 0; record < records; record++)
        {
            double ease = Normal.Sample(random, 2, 1);
            target[record] += ease + (record < records / 2 ? 1 : 0);
            for (int model = 0; model < models; model++)
            {
                // Models come in complementary pairs.
                bool trainedOn = model % 2 == 0 ? random.Next(2) == 0 : !flags[((model - 1) * records) + record];
                flags[(model * records) + record] = trainedOn;
                signals[(record * models) + model] += ease + (trainedOn ? 1 : 0);
            }
        }

        return new MadeShadows(target, signals, new InclusionMask(models, records, flags));
    }

    internal MembershipObservations Observations()
        => new(new TargetOutputs(OutputKind.Losses, 1, new double[Records]), labels: null, Records / 2) { Shadows = Shadows() };

    internal ShadowObservations Shadows(MadeShadows? population = null)
        => new(TargetSignals, ModelSignals, Inclusion)
        {
            Population = population is null ? null : new PopulationSignals(population.TargetSignals, population.ModelSignals, population.Inclusion),
        };

    private ShadowSignals TargetSignals => new(SignalScale.ScaledLogit, Records, 1, 1, _target);

    private ShadowSignals ModelSignals => new(SignalScale.ScaledLogit, Records, Models, 1, _signals);
}
