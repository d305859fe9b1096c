using Paname.Attacks.Data;
using Paname.Onnx.Tests.Support;

namespace Paname.Onnx.Tests.Runtime;

public class OnnxClassifierLifetimeTests
{
    private static readonly Records Digits = Records.FromArray<float>(ReferenceFiles.Npy<float>(ReferenceFiles.PathOf("digits_mlp", "pool_x.npy"), "'<f4'"), 64);

    private static OnnxClassifier Load(OnnxClassifierOptions? options = null) => OnnxClassifier.Load(ReferenceFiles.PathOf("digits_mlp", "target.onnx"), options);

    [Fact]
    public void Score_gives_the_same_numbers_on_any_number_of_threads()
    {
        using OnnxClassifier one = Load();
        using OnnxClassifier two = Load(new OnnxClassifierOptions { Threads = 2 });
        using OnnxClassifier all = Load(new OnnxClassifierOptions { Threads = 0 });
        double[] expected = one.Score(Digits);

        Assert.Equal(expected, two.Score(Digits));
        Assert.Equal(expected, all.Score(Digits));
        Assert.Equal(one.Fingerprint, two.Fingerprint);
    }

    [Fact]
    public void Two_threads_score_a_convolution_like_one()
    {
        Records images = Records.FromArray<byte>(ReferenceFiles.Idx(ReferenceFiles.PathOf("fmnist_cnn", "pool-images-idx3-ubyte")), 28, 28);
        var options = new OnnxClassifierOptions { Image = new OnnxImageInput() };
        using OnnxClassifier one = OnnxClassifier.Load(ReferenceFiles.PathOf("fmnist_cnn", "target.onnx"), options);
        using OnnxClassifier two = OnnxClassifier.Load(ReferenceFiles.PathOf("fmnist_cnn", "target.onnx"), options with { Threads = 2 });

        Assert.Equal(one.Score(images), two.Score(images));
    }

    [Fact]
    public void Score_from_many_threads_at_once_gives_the_same_numbers()
    {
        using OnnxClassifier classifier = Load();
        double[] expected = classifier.Score(Digits);

        double[][] results = [.. Enumerable.Range(0, 8).AsParallel().Select(_ => classifier.Score(Digits))];

        Assert.All(results, result => Assert.Equal(expected, result));
    }

    [Fact]
    public void Two_classifiers_on_one_file_are_independent()
    {
        OnnxClassifier first = Load();
        using OnnxClassifier second = Load();
        double[] expected = first.Score(Digits);
        first.Dispose();

        Assert.Equal(expected, second.Score(Digits));
        Assert.Equal("target.onnx", second.Name);
    }

    [Fact]
    public void Dispose_twice_is_harmless_and_use_afterwards_is_an_error()
    {
        OnnxClassifier classifier = Load();
        classifier.Dispose();
        classifier.Dispose();

        Assert.Throws<ObjectDisposedException>(() => classifier.Score(Digits));
    }

    [Fact]
    public void Dispose_while_another_thread_scores_lets_it_finish()
    {
        OnnxClassifier classifier = null!;
        classifier = OnnxClassifier.FromBytes(SmallModels.Logits(), "m.onnx", new OnnxClassifierOptions
        {
            InputBinding = (_, _) =>
            {
                classifier.Dispose();
                return null;
            },
        });

        Assert.Equal([1, 2, 3], classifier.Score(Scoring.Floats(2, 1, 2)));
        Assert.Throws<ObjectDisposedException>(() => classifier.Score(Scoring.Floats(2, 1, 2)));
    }

    [Fact]
    public void Cancelled_before_the_start_scores_nothing()
    {
        using OnnxClassifier classifier = Load();
        var outputs = new double[Digits.Count * 10];

        Assert.ThrowsAny<OperationCanceledException>(() => classifier.Score(new RecordBatch(Digits, 0, Digits.Count), outputs, new CancellationToken(canceled: true)));
        Assert.All(outputs, value => Assert.Equal(0, value));
    }

    [Fact]
    public void Cancelled_on_the_way_stops_between_chunks()
    {
        using var source = new CancellationTokenSource();
        int chunks = 0;
        using OnnxClassifier classifier = OnnxClassifier.FromBytes(SmallModels.Logits(), "m.onnx", new OnnxClassifierOptions
        {
            BatchSize = 1,
            InputBinding = (_, batch) =>
            {
                if (++chunks == 3)
                {
                    source.Cancel();
                }

                return new RecordField<float>("x", new float[2 * batch.Count], [2]);
            },
        });

        Assert.ThrowsAny<OperationCanceledException>(() => classifier.Score(Scoring.Floats(2, new float[20]), source.Token));
        Assert.Equal(3, chunks);
    }

    [Fact]
    public void Scoring_no_record_is_allowed()
    {
        using OnnxClassifier classifier = Load();
        classifier.Score(new RecordBatch(Digits, 5, 0), [], CancellationToken.None);
    }

    [Fact]
    public void Fingerprint_follows_model_and_options()
    {
        using OnnxClassifier plain = Load();
        using OnnxClassifier again = Load();
        using OnnxClassifier image = Load(new OnnxClassifierOptions { Image = new OnnxImageInput() });
        using OnnxClassifier other = OnnxClassifier.FromBytes(SmallModels.Logits(), "m.onnx");

        Assert.Matches("^[0-9a-f]{64}$", plain.Fingerprint);
        Assert.Equal(plain.Fingerprint, again.Fingerprint);
        Assert.Equal(3, new[] { plain.Fingerprint, image.Fingerprint, other.Fingerprint }.Distinct().Count());
    }

    [Fact]
    public void Score_allocates_little()
    {
        using OnnxClassifier classifier = Load();
        var outputs = new double[Digits.Count * 10];
        var batch = new RecordBatch(Digits, 0, Digits.Count);
        classifier.Score(batch, outputs, CancellationToken.None);

        long before = GC.GetAllocatedBytesForCurrentThread();
        classifier.Score(batch, outputs, CancellationToken.None);

        // 19 chunks; the inputs are 307 kB and the outputs 96 kB.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000);
    }

    [Fact]
    public void Descriptions_state_inputs_and_outputs()
    {
        using OnnxClassifier classifier = OnnxClassifier.FromBytes(SklearnModels.LogisticRegression(integers: [0, 1, 2]).Build(), "lr.onnx");

        Assert.Equal(["'x' tensor(float) [?,2]"], classifier.Inputs.Select(input => input.ToString()));
        Assert.Equal(["'label' tensor(int64) [?]", "'output_probability' seq(map(int64,tensor(float)))"], classifier.Outputs.Select(output => output.ToString()));
    }
}
