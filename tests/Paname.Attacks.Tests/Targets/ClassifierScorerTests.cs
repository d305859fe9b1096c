using Paname.Attacks.Data;
using Paname.Attacks.Targets;
using Paname.Attacks.Tests.Data;

namespace Paname.Attacks.Tests.Targets;

public sealed class ClassifierScorerTests
{
    private static readonly Records Many = Records.FromArray<double>(Enumerable.Range(0, 10_000).Select(i => (double)i).ToArray(), 1);

    [Fact]
    public void Every_record_is_scored_once_and_in_its_place()
    {
        int calls = 0;
        var outputs = new double[20_000];
        ClassifierScorer.Score(Echo(() => calls++), Many, outputs, progress: null, CancellationToken.None);
        Assert.Equal(Enumerable.Range(0, 10_000).Select(i => (double)i), outputs.Where((_, i) => i % 2 == 0));
        Assert.Equal(3, calls);
    }

    [Fact]
    public void Progress_is_told_after_every_batch()
    {
        var told = new Told();
        ClassifierScorer.Score(Echo(() => { }), Many, new double[20_000], told, CancellationToken.None);
        Assert.Equal([4096, 8192, 10_000], told.Values);
    }

    [Fact]
    public void Cancellation_stops_between_batches()
    {
        using var source = new CancellationTokenSource();
        int calls = 0;
        IClassifier classifier = Echo(() =>
        {
            calls++;
            source.Cancel();
        });
        Assert.Throws<OperationCanceledException>(() => ClassifierScorer.Score(classifier, Many, new double[20_000], null, source.Token));
        Assert.Equal(1, calls);
    }

    [Fact]
    public void Buffer_of_another_length_is_refused()
        => Assert.Throws<ArgumentException>(() => ClassifierScorer.Score(Echo(() => { }), Many, new double[10], null, CancellationToken.None));

    [Fact]
    public void What_a_classifier_throws_is_withheld()
        => Token.Hidden(
            "quoting threw KeyNotFoundException on records 1 to 4096 of the set being scored.",
            () => ClassifierScorer.Score(new Quoting(), Many, new double[20_000], null, CancellationToken.None));

    private static DelegateClassifier Echo(Action called)
        => new(OutputKind.Logits, 2, (batch, outputs) =>
        {
            called();
            ReadOnlySpan<double> values = batch.Values((RecordField<double>)batch.Records.Fields[0]).Span;
            for (int i = 0; i < batch.Count; i++)
            {
                outputs[2 * i] = values[i];
                outputs[(2 * i) + 1] = 0;
            }
        });

    private sealed class Quoting : IClassifier
    {
        public string Name => "quoting";

        public string? Fingerprint => null;

        public OutputKind OutputKind => OutputKind.Logits;

        public int Classes => 2;

        public void Score(RecordBatch batch, Span<double> outputs, CancellationToken cancellationToken)
            => throw new KeyNotFoundException(Token.Text, new FormatException(Token.Text));
    }

    private sealed class Told : IProgress<int>
    {
        internal List<int> Values { get; } = [];

        public void Report(int value) => Values.Add(value);
    }
}
