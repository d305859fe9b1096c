using System.Globalization;
using Paname.Attacks.Data;
using Paname.Attacks.Shadows;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Tests.Shadows;

/// <summary>Trains <see cref="ShadowFixtures.Memory"/>; what it stores is the list of records it was trained on.</summary>
internal sealed class MemoryTrainer(int parallel = 1, string? fingerprint = "memory", Action? onTrain = null) : IShadowTrainer
{
    private int _trained;
    private int _closed;
    private int _now;

    internal int Trained => _trained;

    internal int Closed => _closed;

    internal int MostAtOnce { get; private set; }

    public string Name => "memory";

    public string? Fingerprint => fingerprint;

    public int Parallel => parallel;

    public TrainedShadow Train(LabelledRecords records, int seed, CancellationToken cancellationToken)
    {
        int now = Interlocked.Increment(ref _now);
        lock (this)
        {
            MostAtOnce = Math.Max(MostAtOnce, now);
        }

        onTrain?.Invoke();
        Interlocked.Increment(ref _trained);
        double[] known = [.. FeatureMatrix.Of(records.Records).Values.ToArray().Where((_, i) => i % 2 == 0)];
        string stored = string.Join(' ', known.Select(value => value.ToString("R", CultureInfo.InvariantCulture)).Prepend(seed.ToString(CultureInfo.InvariantCulture)));
        Interlocked.Decrement(ref _now);
        return new TrainedShadow(new Closing(ShadowFixtures.Memory(records, seed), this), System.Text.Encoding.ASCII.GetBytes(stored));
    }

    public IClassifier Open(ReadOnlyMemory<byte> stored)
    {
        string[] parts = System.Text.Encoding.ASCII.GetString(stored.Span).Split(' ');
        if (!int.TryParse(parts[0], CultureInfo.InvariantCulture, out int seed))
        {
            throw new PanameDataException("no memory");
        }

        double[] known = [.. parts.Skip(1).SelectMany(part => new[] { double.Parse(part, CultureInfo.InvariantCulture), 1 })];
        return new Closing(ShadowFixtures.Memory(new LabelledRecords(Records.FromArray<double>(known, 2), new int[known.Length / 2]), seed), this);
    }

    private sealed class Closing(DelegateClassifier model, MemoryTrainer trainer) : IClassifier, IDisposable
    {
        public string Name => model.Name;

        public string? Fingerprint => null;

        public OutputKind OutputKind => model.OutputKind;

        public int Classes => model.Classes;

        public void Score(RecordBatch batch, Span<double> outputs, CancellationToken cancellationToken) => model.Score(batch, outputs, cancellationToken);

        public void Dispose() => Interlocked.Increment(ref trainer._closed);
    }
}
