using MathNet.Numerics.Distributions;
using Paname.Attacks.Data;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Tests.Membership.Simulated;

/// <summary>A classifier of a simulated world: what the population teaches every model, an error of its own, and a memory of the records it was trained on.</summary>
internal sealed class SimulatedModel : IGradientTarget
{
    private const double Width = .2;
    private const double OwnError = 1;

    private readonly SimulatedPopulation _population;
    private readonly double[] _own;
    private readonly int[] _known;
    private readonly double _memory;

    /// <param name="population">Records, labels and what all models share.</param>
    /// <param name="trainedOn">Which records the model was trained on.</param>
    /// <param name="memory">How much higher the logit of the label is at such a record.</param>
    /// <param name="random">Draws the model's own error.</param>
    internal SimulatedModel(SimulatedPopulation population, Func<int, bool> trainedOn, double memory, Random random)
    {
        _population = population;
        _known = [.. Enumerable.Range(0, population.Count).Where(trainedOn)];
        _memory = memory;
        _own = new double[SimulatedPopulation.Waves * SimulatedPopulation.Classes];
        Normal.Samples(random, _own, 0, OwnError);
    }

    public string Name => "simulated model";

    public string? Fingerprint => null;

    public OutputKind OutputKind => OutputKind.Logits;

    public int Classes => SimulatedPopulation.Classes;

    public IReadOnlyList<string> ParameterNames => ["waves"];

    public int? InputWidth => SimulatedPopulation.Features;

    public void Score(RecordBatch batch, Span<double> outputs, CancellationToken cancellationToken)
    {
        ReadOnlySpan<double> values = batch.Values((RecordField<double>)batch.Records.Fields[0]).Span;
        for (int i = 0; i < batch.Count; i++)
        {
            Logits(values.Slice(i * SimulatedPopulation.Features, SimulatedPopulation.Features), outputs.Slice(i * Classes, Classes));
        }
    }

    /// <summary>The gradient of the loss with respect to the weights of the waves: as in any linear last layer, (p - y) times the waves.</summary>
    public void GradientNorms(RecordBatch batch, ReadOnlySpan<int> labels, GradientScope scope, Span<double> norms, CancellationToken cancellationToken)
    {
        ReadOnlySpan<double> values = batch.Values((RecordField<double>)batch.Records.Fields[0]).Span;
        Span<double> logits = stackalloc double[SimulatedPopulation.Classes];
        Span<double> waves = stackalloc double[SimulatedPopulation.Waves];
        for (int i = 0; i < batch.Count; i++)
        {
            ReadOnlySpan<double> record = values.Slice(i * SimulatedPopulation.Features, SimulatedPopulation.Features);
            Logits(record, logits);
            _population.FillWaves(record, waves);
            SimulatedPopulation.Softmax(logits);
            logits[labels[i]] -= 1;
            norms[i] = System.Numerics.Tensors.TensorPrimitives.Norm<double>(logits) * System.Numerics.Tensors.TensorPrimitives.Norm<double>(waves);
        }
    }

    public void InputGradients(RecordBatch batch, GradientObjective objective, ReadOnlySpan<int> classes, Span<double> objectives, Span<float> gradients, CancellationToken cancellationToken)
        => throw new NotSupportedException();

    public BatchGradients ParameterGradients(RecordBatch batch, ReadOnlySpan<int> labels, CancellationToken cancellationToken) => throw new NotSupportedException();

    private void Logits(ReadOnlySpan<double> record, Span<double> logits)
    {
        Span<double> waves = stackalloc double[SimulatedPopulation.Waves];
        _population.FillWaves(record, waves);
        for (int c = 0; c < logits.Length; c++)
        {
            logits[c] = 0;
            for (int j = 0; j < waves.Length; j++)
            {
                logits[c] += waves[j] * (_population.Taught[(c * waves.Length) + j] + _own[(c * waves.Length) + j]);
            }
        }

        if (_memory == 0 || _known.Length == 0)
        {
            return;
        }

        (double least, int nearest) = (double.PositiveInfinity, 0);
        foreach (int known in _known)
        {
            double distance = 0;
            for (int j = 0; j < record.Length && distance < least; j++)
            {
                double difference = record[j] - _population.Records[(known * record.Length) + j];
                distance += difference * difference;
            }

            (least, nearest) = distance < least ? (distance, known) : (least, nearest);
        }

        logits[_population.Labels[nearest]] += _memory * Math.Exp(-least / (2 * Width * Width));
    }
}
