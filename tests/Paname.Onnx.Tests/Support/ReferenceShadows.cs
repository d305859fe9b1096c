using System.Globalization;
using System.Text.Json;
using Paname.Attacks.Data;
using Paname.Attacks.Membership;
using Paname.Attacks.Metrics;
using Paname.Attacks.Shadows;
using Paname.Attacks.Signals;
using Paname.Attacks.Targets;

namespace Paname.Onnx.Tests.Support;

/// <summary>A reference model with its shadow models: scored from their ONNX files, records put in order, members first.</summary>
internal sealed class ReferenceShadows
{
    private const int FirstShadow = 2;

    private readonly JsonElement _results;
    private readonly int _members;
    private readonly int[] _labels;
    private readonly double[][] _pool;
    private readonly double[][] _population;
    private readonly double[][] _keep;
    private readonly double[] _targetLogits;
    private readonly int _classes;

    private ReferenceShadows(string folder, Records pool, Records population, OnnxClassifierOptions? options)
    {
        _results = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "results", "results.json"))).RootElement.GetProperty("results");
        double[][] keep = ReferenceFiles.Csv(Path.Combine(folder, "keep.csv"));
        int[] order = [.. Enumerable.Range(0, pool.Count).OrderByDescending(i => keep[0][i])];
        _members = keep[0].Count(k => k == 1);
        _keep = [.. keep.Select(row => (double[])[.. order.Select(i => row[i])])];
        int[] poolLabels = Labels(Path.Combine(folder, "pool_labels.csv"));
        int[] populationLabels = Labels(Path.Combine(folder, "population_labels.csv"));
        _labels = [.. order.Select(i => poolLabels[i])];
        _pool = new double[keep.Length][];
        _population = new double[keep.Length][];
        _targetLogits = [];
        for (int m = 0; m < keep.Length; m++)
        {
            if (m == 1)
            {
                continue;
            }

            string file = m == 0 ? "target.onnx" : string.Create(CultureInfo.InvariantCulture, $"shadow_{m - FirstShadow:00}.onnx");
            using OnnxClassifier classifier = OnnxClassifier.Load(Path.Combine(folder, file), options);
            _classes = classifier.Classes;
            double[] logits = classifier.Score(pool);
            double[] inOrder = [.. order.SelectMany(i => logits.AsSpan(i * _classes, _classes).ToArray())];
            _targetLogits = m == 0 ? inOrder : _targetLogits;
            _pool[m] = Signals(inOrder, _labels);
            _population[m] = Signals(classifier.Score(population), populationLabels);
        }
    }

    internal int Shadows => _keep.Length - FirstShadow;

    /// <summary>Told of each row that is compared.</summary>
    internal Action<string> Tell { get; init; } = static _ => { };

    /// <summary>The target with its exact logits.</summary>
    internal MembershipObservations Observations => new(new TargetOutputs(OutputKind.Logits, _classes, _targetLogits), _labels, _members) { Shadows = Of(Shadows, null) };

    internal static ReferenceShadows Of(string name, Action<string> tell)
    {
        string folder = ReferenceFactAttribute.PathOf("models/" + name);
        return name switch
        {
            "fmnist_cnn" => new ReferenceShadows(folder, Images(folder, "pool"), Images(folder, "population"), new OnnxClassifierOptions { Image = new OnnxImageInput() }) { Tell = tell },
            "location30_mlp" => new ReferenceShadows(folder, Bits(folder, "pool_x.npy"), Bits(folder, "population_x.npy"), null) { Tell = tell },
            _ => new ReferenceShadows(folder, Floats(folder, "pool_x.npy", name), Floats(folder, "population_x.npy", name), null) { Tell = tell },
        };
    }

    /// <summary>The first shadow models; of the population the largest signals as ml_privacy_meter takes them, or all.</summary>
    internal ShadowObservations Of(int models, int? largest)
    {
        int records = _labels.Length;
        var signals = new double[records * models];
        var mask = new bool[models * records];
        for (int m = 0; m < models; m++)
        {
            for (int i = 0; i < records; i++)
            {
                signals[(i * models) + m] = _pool[m + FirstShadow][i];
                mask[(m * records) + i] = _keep[m + FirstShadow][i] == 1;
            }
        }

        int count = _population[0].Length;
        double[] references = [.. Enumerable.Range(0, count).SelectMany(z =>
            Enumerable.Range(FirstShadow, models).Select(m => _population[m][z]).OrderDescending().Take(largest ?? models))];
        return new ShadowObservations(Signals(_pool[0], 1), Signals(signals, models), new InclusionMask(models, records, mask))
        {
            Population = new PopulationSignals(Signals(_population[0], 1), Signals(references, references.Length / count)),
        };

        static ShadowSignals Signals(double[] values, int models) => new(SignalScale.ScaledLogit, values.Length / models, models, 1, values);
    }

    /// <summary>ml_privacy_meter's share with probabilities as they round: those of sure records are 1 and tie.</summary>
    internal double[] RoundedShare(int models, double a)
    {
        double[] x = [.. Enumerable.Range(0, _labels.Length).Select(i => LogRatio(_pool, i, m => _keep[m][i] == 0))];
        double[] z = [.. Enumerable.Range(0, _population[0].Length).Select(i => LogRatio(_population, i, _ => true))];
        return Rmia.Dominated(x, z, 1);

        double LogRatio(double[][] signals, int record, Func<int, bool> outside)
        {
            double mean = Enumerable.Range(FirstShadow, 2 * models).Where(outside).Select(m => Probability(signals[m][record])).OrderDescending().Take(models).Average();
            return Math.Log(Probability(signals[0][record])) - Math.Log((((1 + a) * mean) + (1 - a)) / 2);
        }

        static double Probability(double logOdds) => Math.Max(1 / (1 + Math.Exp(-logOdds)), 1e-45);
    }

    internal double Peer(string row, string value) => _results.GetProperty(row).GetProperty(value).GetDouble();

    internal double Score(IMembershipAttack attack, out double tpr) => Judge(attack.Score(Observations, new AttackRun(1)).Values.Span, out tpr);

    internal double Judge(ReadOnlySpan<double> scores, out double tpr)
    {
        ScoreSample sample = ScoreSample.Create(scores[.._members], scores[_members..]);
        tpr = TprAtFpr.Estimate(sample, .01).Value;
        return Auc.Estimate(sample).Value;
    }

    /// <summary>The row's AUC within a tolerance, and its TPR within two records.</summary>
    internal void Agrees(string row, ReadOnlySpan<double> scores, double tolerance = 2e-3)
    {
        double auc = Judge(scores, out double tpr);
        Tell(Beside(row, auc, tpr));
        Assert.True(Math.Abs(auc - Peer(row, "auc")) <= tolerance, string.Create(CultureInfo.InvariantCulture, $"{row}: AUC {auc}, the peer's {Peer(row, "auc")}"));
        double distance = Math.Abs(tpr - Peer(row, "tpr_at_fpr_0_01")) * _members;
        Assert.True(distance < 2.001, string.Create(CultureInfo.InvariantCulture, $"{row}: TPR {tpr}, the peer's {Peer(row, "tpr_at_fpr_0_01")}"));
    }

    /// <summary>A figure beside the peer's: AUC and TPR at 1 % FPR.</summary>
    internal string Beside(string row, double auc, double tpr)
        => string.Create(CultureInfo.InvariantCulture, $"{row}: {auc:F4} / {tpr:F4}, the peer's {Peer(row, "auc"):F4} / {Peer(row, "tpr_at_fpr_0_01"):F4}");

    internal void Agrees(string row, IMembershipAttack attack, double tolerance = 2e-3)
        => Agrees(row, attack.Score(Observations, new AttackRun(1)).Values.Span, tolerance);

    // From probabilities, as the peers have it: log p is cut at -103.6. Only breast_cancer_mlp is so sure that this shows.
    private double[] Signals(double[] logits, int[] labels)
    {
        var probabilities = new double[logits.Length];
        for (int i = 0; i < labels.Length; i++)
        {
            System.Numerics.Tensors.TensorPrimitives.SoftMax(logits.AsSpan(i * _classes, _classes), probabilities.AsSpan(i * _classes, _classes));
        }

        var signals = new double[labels.Length];
        Signal.ScaledLogit.Compute(new TargetOutputs(OutputKind.Probabilities, _classes, probabilities), labels, signals);
        return signals;
    }

    private static int[] Labels(string path) => [.. ReferenceFiles.Csv(path).Select(row => (int)row[0])];

    private static Records Images(string folder, string part) => Records.FromArray<byte>(ReferenceFiles.Idx(Path.Combine(folder, part + "-images-idx3-ubyte")), 28, 28);

    private static Records Bits(string folder, string file) => Records.FromArray<byte>(ReferenceFiles.Npy<byte>(Path.Combine(folder, file), "'|u1'"), 446);

    private static Records Floats(string folder, string file, string name)
        => Records.FromArray<float>(ReferenceFiles.Npy<float>(Path.Combine(folder, file), "'<f4'"), name == "digits_mlp" ? 64 : 30);
}
