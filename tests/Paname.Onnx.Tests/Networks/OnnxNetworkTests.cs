using Paname.Attacks.Data;
using Paname.Attacks.Targets;
using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Networks;
using Paname.Onnx.Tests.Support;
using Paname.Onnx.Training;
using Paname.Onnx.Training.Parameters;

namespace Paname.Onnx.Tests.Networks;

/// <summary>Networks described in a few lines load, compute what they say, and are trained where they should be.</summary>
public class OnnxNetworkTests
{
    private static readonly OnnxNetwork Perceptron = OnnxNetwork.Features(3).Standardize([1, 2, 3], [0.5, 1, 2]).Linear(4).Tanh().Dropout(0.2).Linear(2);

    private static readonly OnnxNetwork Convolutional = OnnxNetwork.Image(1, 8, 8).Conv(4, kernel: 3, padding: 1).BatchNorm().Relu().MaxPool(2)
        .Residual(branch => branch.Conv(4, kernel: 3, padding: 1, groups: 2).Relu()).AveragePool(2).Conv(6, kernel: 2).GlobalAveragePool().Flatten().Linear(3);

    private static readonly OnnxNetwork Transformer = Enumerable.Range(0, 2).Aggregate(
        OnnxNetwork.Tokens(vocabulary: 11, context: 6).Embedding(8),
        (network, _) => network.Residual(branch => branch.LayerNorm().CausalSelfAttention(heads: 2)).Residual(branch => branch.LayerNorm().Linear(16).Gelu().Linear(8)))
        .LayerNorm().Linear(11, bias: false);

    [Fact]
    public void Perceptron_computes_its_formula()
    {
        byte[] model = Perceptron.ToOnnx(seed: 5);
        float[] record = [0.5f, 4, -1];

        double[] logits = Score(model, Records.FromArray<float>(record, 3));

        float[] w = Values(model, "layer1.weight");
        float[] b = Values(model, "layer1.bias");
        float[] v = Values(model, "layer2.weight");
        float[] c = Values(model, "layer2.bias");
        double[] x = [(record[0] - 1) / 0.5, (record[1] - 2) / 1, (record[2] - 3) / 2];
        double[] h = [.. Enumerable.Range(0, 4).Select(unit => Math.Tanh(b[unit] + Enumerable.Range(0, 3).Sum(i => w[(3 * unit) + i] * x[i])))];
        double[] expected = [.. Enumerable.Range(0, 2).Select(unit => c[unit] + Enumerable.Range(0, 4).Sum(i => v[(4 * unit) + i] * h[i]))];
        Assert.Equal(expected[0], logits[0], 1e-6);
        Assert.Equal(expected[1], logits[1], 1e-6);
    }

    [Fact]
    public void Standardisation_by_records_centres_and_scales_each_channel()
    {
        // Channels of mean 2 and 5; the second never varies.
        float[] images = [1, 3, 5, 5, 3, 1, 5, 5];

        byte[] model = OnnxNetwork.Image(2, 1, 2).Standardize(Records.FromArray<float>(images, 2, 1, 2)).Flatten().ToOnnx(seed: 1);

        Assert.Equal([-1, 1, 0, 0, 1, -1, 0, 0], OrtSessions.Run(model, "image", [2, 2, 1, 2], images, "logits"));
    }

    [Fact]
    public void Standardisation_by_records_of_several_fields_is_refused()
    {
        var records = new Records(new RecordField<float>("a", new float[] { 1 }, []), new RecordField<float>("b", new float[] { 1 }, []));

        Assert.Contains("one field of numbers", Assert.Throws<PanameDataException>(() => OnnxNetwork.Features(1).Standardize(records)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Perceptron_trains_its_layers_only()
    {
        ParameterTable table = Find(Perceptron.ToOnnx(seed: 5));

        Assert.Equal(["layer1.weight", "layer1.bias", "layer2.weight", "layer2.bias"], table.Parameters.Select(parameter => parameter.Name));
        Assert.Equal(["standardize1.mean", "standardize1.deviation"], table.Frozen.Select(tensor => tensor.Name));
    }

    [Fact]
    public void Convolutional_network_loads_as_a_classifier_and_trains()
    {
        byte[] model = Convolutional.ToOnnx(seed: 5);

        Assert.Equal(6, Score(model, Records.FromArray<float>(Ramp(128), 1, 8, 8)).Length);
        ParameterTable table = Find(model);
        Assert.Equal(10, table.Parameters.Count);
        Assert.Equal(["layer2.running_mean", "layer2.running_var"], table.Statistics.Select(statistic => statistic.Name));
        Assert.Empty(table.Frozen);
        Assert.Equal((18L, 36L), table.Parameters.Where(parameter => parameter.Name == "layer3.weight").Select(parameter => (parameter.FanIn, parameter.FanOut)).Single());
    }

    [Fact]
    public void Transformer_sees_no_later_token()
    {
        byte[] model = Transformer.ToOnnx(seed: 5);

        float[] first = Run(model, 1, 2, 3, 4);
        float[] second = Run(model, 1, 2, 9, 4);

        Assert.Equal(44, first.Length);
        Assert.Equal(first[..22], second[..22]);
        Assert.NotEqual(first[22..33], second[22..33]);
        Assert.NotEqual(first[33..], second[33..]);
    }

    [Fact]
    public void Transformer_finds_all_its_weights()
    {
        ParameterTable table = Find(Transformer.ToOnnx(seed: 5));

        Assert.Equal(2 + (2 * 12) + 3, table.Parameters.Count);
        Assert.Empty(table.Frozen);
        Assert.Equal(2, table.Parameters.Count(parameter => parameter.Role == ParameterRole.Embedding));
        Assert.Equal(5, table.Parameters.Count(parameter => parameter.Role == ParameterRole.NormScale));
        Assert.Equal((8L, 24L), table.Parameters.Where(parameter => parameter.Name == "layer4.in.weight").Select(parameter => (parameter.FanIn, parameter.FanOut)).Single());
    }

    [Fact]
    public void One_seed_gives_one_file_and_the_first_values_of_its_weights()
    {
        byte[] model = Transformer.ToOnnx(seed: 5, Initialisation.Keras);
        WorkingModel working = WorkingModel.Open(OnnxModelFile.FromMemory(model, "m.onnx"));
        ParameterTable table = ParameterFinder.Find(working, "logits");

        Assert.Equal(model, Transformer.ToOnnx(seed: 5, Initialisation.Keras));
        Assert.NotEqual(model, Transformer.ToOnnx(seed: 6, Initialisation.Keras));
        Assert.Equal(WeightInitializer.Fill(table, working, Initialisation.FromFile, 0), WeightInitializer.Fill(table, working, Initialisation.Keras, 5));
    }

    [Fact]
    public void Probabilities_are_named_so()
    {
        using OnnxClassifier classifier = OnnxClassifier.FromBytes(OnnxNetwork.Features(2).Linear(3, bias: false).Softmax().ToOnnx(seed: 1), "m.onnx");

        Assert.Equal("probabilities", classifier.Outputs.Single().Name);
        Assert.Equal(OutputKind.Probabilities, classifier.OutputKind);
    }

    [Fact]
    public void A_layer_that_does_not_fit_says_what_it_needs()
    {
        Assert.Equal("Conv needs an image of channels x height x width; the layer before gives [3] per record.", Mistake(() => OnnxNetwork.Features(3).Conv(4, 3)));
        Assert.Equal("MaxPool needs an image at least as large as its window; the layer before gives [1, 4, 4] per record.", Mistake(() => OnnxNetwork.Image(1, 4, 4).MaxPool(5)));
        Assert.Equal("Tokens are numbers of table rows: the first layer is Embedding.", Mistake(() => OnnxNetwork.Tokens(5, 4).Relu()));
        Assert.Equal("Flatten needs values of known size; the layer before gives [any, 8] per record.", Mistake(() => OnnxNetwork.Tokens(5, 4).Embedding(8).Flatten()));
        Assert.Equal("Residual needs a branch that gives values of the shape it takes; the layer before gives [4] per record.", Mistake(() => OnnxNetwork.Features(3).Residual(branch => branch.Linear(4))));
        Assert.Equal("Standardize needs 2 features or channels, one for each mean; the layer before gives [3] per record.", Mistake(() => OnnxNetwork.Features(3).Standardize([0, 0], [1, 1])));
        Assert.StartsWith("A network that is being made has no file to start from", Mistake(() => Perceptron.ToOnnx(1, Initialisation.FromFile)), StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => OnnxNetwork.Features(3).ToOnnx(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => OnnxNetwork.Features(3).Dropout(double.NaN));
    }

    private static string Mistake(Func<object> act) => Assert.Throws<ArgumentException>(act).Message.Split(" (Parameter")[0];

    private static double[] Score(byte[] model, Records records)
    {
        using OnnxClassifier classifier = OnnxClassifier.FromBytes(model, "m.onnx");
        Assert.Equal(OutputKind.Logits, classifier.OutputKind);
        return classifier.Score(records);
    }

    private static float[] Run(byte[] model, params long[] tokens) => OrtSessions.Run(model, "input_ids", [1, tokens.Length], tokens, "logits");

    private static ParameterTable Find(byte[] model) => ParameterFinder.Find(WorkingModel.Open(OnnxModelFile.FromMemory(model, "m.onnx")), "logits");

    private static float[] Values(byte[] model, string name)
        => TensorValues.Floats(OnnxModelFile.FromMemory(model, "m.onnx").Model.Graph.Initializer.Single(tensor => tensor.Name == name))!;

    private static float[] Ramp(int count) => [.. Enumerable.Range(1, count).Select(i => i / 16f)];
}
