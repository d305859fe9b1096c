using MathNet.Numerics.Random;
using Paname.Attacks.Data;
using Paname.Attacks.Membership;
using Paname.Attacks.Shadows;
using Paname.Attacks.Signals;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Tests.Membership.Simulated;

/// <summary>An audit of a simulated target that can be asked again, with 16 shadow models, each trained on half of the records and each record in half of the models.</summary>
internal sealed class SimulatedWorld
{
    private const int Models = 16;

    private readonly SimulatedPopulation _population;
    private readonly int _perSide;

    /// <param name="perSide">Members, and non-members.</param>
    /// <param name="seed">Decides all of it.</param>
    /// <param name="memory">How much higher the logit of the label is at a record the model was trained on; 0 for models that keep nothing.</param>
    /// <param name="permuted">Whether membership is dealt anew after training, so that it says nothing of the target.</param>
    internal SimulatedWorld(int perSide, int seed, double memory, bool permuted)
    {
        int count = 2 * perSide;
        var random = new MersenneTwister(seed, threadSafe: false);
        _population = new SimulatedPopulation(count, random);
        _perSide = perSide;
        bool[] members = [.. Enumerable.Range(0, count).Select(record => record < perSide)];
        if (permuted)
        {
            random.Shuffle(members);
        }

        Target = new SimulatedModel(_population, record => members[record], memory, random);
        bool[] mask = Balanced(count, random);
        Inclusion = new InclusionMask(Models, count, mask);
        SimulatedModel[] shadows = [.. Enumerable.Range(0, Models).Select(m => new SimulatedModel(_population, record => mask[(m * count) + record], memory, random))];
        Records = Records.FromArray<double>(_population.Records, SimulatedPopulation.Features);
        Outputs = Score(Target);
        ShadowOutputs = [.. shadows.Select(Score)];
    }

    internal SimulatedModel Target { get; }

    internal Records Records { get; }

    internal IReadOnlyList<int> Labels => _population.Labels;

    internal TargetOutputs Outputs { get; }

    internal IReadOnlyList<TargetOutputs> ShadowOutputs { get; }

    internal InclusionMask Inclusion { get; }

    internal MembershipObservations Observations => new(Outputs, _population.Labels, _perSide)
    {
        Shadows = Shadows,
        Access = new QueryAccess(Target, Records),
    };

    internal ShadowObservations Shadows
    {
        get
        {
            double[][] signals = [.. ShadowOutputs.Select(ScaledLogits)];
            return new ShadowObservations(
                new ShadowSignals(SignalScale.ScaledLogit, Records.Count, 1, 1, ScaledLogits(Outputs)),
                new ShadowSignals(SignalScale.ScaledLogit, Records.Count, Models, 1, Enumerable.Range(0, Records.Count).SelectMany(record => signals.Select(own => own[record])).ToArray()),
                Inclusion)
            {
                Outputs = ShadowOutputs,
            };
        }
    }

    private static bool[] Balanced(int count, Random random)
    {
        var mask = new bool[Models * count];
        int[] order = [.. Enumerable.Range(0, Models)];
        for (int record = 0; record < count; record++)
        {
            random.Shuffle(order);
            foreach (int model in order.Take(Models / 2))
            {
                mask[(model * count) + record] = true;
            }
        }

        return mask;
    }

    private TargetOutputs Score(SimulatedModel model)
    {
        var outputs = new double[Records.Count * model.Classes];
        ClassifierScorer.Score(model, Records, outputs, null, default);
        return new TargetOutputs(model.OutputKind, model.Classes, outputs);
    }

    private double[] ScaledLogits(TargetOutputs outputs)
    {
        var values = new double[outputs.Count];
        Signal.ScaledLogit.Compute(outputs, _population.Labels, values);
        return values;
    }
}
