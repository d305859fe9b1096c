using MathNet.Numerics.Statistics;
using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Tests.Support;
using Paname.Onnx.Training;
using Paname.Onnx.Training.Parameters;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Tests.Training.Parameters;

/// <summary>First values against the formulas of the frameworks they follow.</summary>
public class WeightInitializerTests
{
    [Theory]
    [InlineData(Initialisation.PyTorch, "Weight", 0.1)]
    [InlineData(Initialisation.PyTorch, "Bias", 0.1)]
    [InlineData(Initialisation.Keras, "Weight", 0.1414213562)]
    [InlineData(Initialisation.Keras, "Embedding", 0.05)]
    public void Uniform_values_keep_to_their_bound_and_fill_it(Initialisation initialisation, string role, double bound)
    {
        double[] values = Draw(initialisation, Enum.Parse<ParameterRole>(role));

        // 20,000 draws: standard errors are 0.4 % of the bound for the mean and 0.3 % of the deviation.
        Assert.InRange(values.Max(), 0.999 * bound, bound * (1 + 1e-6));
        Assert.InRange(values.Min(), -bound * (1 + 1e-6), -0.999 * bound);
        Assert.InRange(values.Mean(), -0.02 * bound, 0.02 * bound);
        Assert.Equal(bound / Math.Sqrt(3), values.StandardDeviation(), 0.015 * bound);
    }

    [Fact]
    public void PyTorch_embeddings_are_standard_normal()
    {
        double[] values = Draw(Initialisation.PyTorch, ParameterRole.Embedding);

        Assert.Equal(0, values.Mean(), 0.04);
        Assert.Equal(1, values.StandardDeviation(), 0.03);
        Assert.Equal(3, values.Kurtosis() + 3, 0.2);
    }

    [Theory]
    [InlineData(Initialisation.PyTorch, "NormScale", 1)]
    [InlineData(Initialisation.PyTorch, "NormShift", 0)]
    [InlineData(Initialisation.PyTorch, "Slope", 0.25)]
    [InlineData(Initialisation.Keras, "Bias", 0)]
    [InlineData(Initialisation.Keras, "NormScale", 1)]
    [InlineData(Initialisation.Keras, "Slope", 0)]
    public void Other_roles_start_from_a_constant(Initialisation initialisation, string role, double expected)
        => Assert.All(Draw(initialisation, Enum.Parse<ParameterRole>(role)), value => Assert.Equal(expected, value));

    [Fact]
    public void A_tensor_keeps_its_values_whatever_else_is_trained()
    {
        WorkingModel model = Credit();
        ParameterTable all = ParameterFinder.Find(model, "logits", new OnnxTrainerOptions());
        ParameterTable last = ParameterFinder.Find(model, "logits", new OnnxTrainerOptions { Freeze = ["1.weight", "1.bias", "3.weight"] });

        float[] values = WeightInitializer.Fill(all, model, Initialisation.PyTorch, 7);
        float[] fewer = WeightInitializer.Fill(last, model, Initialisation.PyTorch, 7);

        Assert.Equal(Slice(values, all, "5.weight"), Slice(fewer, last, "5.weight"));
        Assert.Equal(values, WeightInitializer.Fill(all, model, Initialisation.PyTorch, 7));
        Assert.NotEqual(Slice(values, all, "5.weight"), Slice(WeightInitializer.Fill(all, model, Initialisation.PyTorch, 8), all, "5.weight"));
        Assert.NotEqual(Slice(values, all, "1.bias"), Slice(values, all, "3.bias"));
    }

    [Fact]
    public void The_file_gives_its_own_values()
    {
        WorkingModel model = Credit();
        ParameterTable table = ParameterFinder.Find(model, "logits", new OnnxTrainerOptions { Train = ["0.v"] });

        float[] values = WeightInitializer.Fill(table, model, Initialisation.FromFile, 0);

        Assert.All(table.Parameters, parameter => Assert.Equal(TensorValues.Floats(model.Graph.Initializer.Single(tensor => tensor.Name == parameter.Name))!, Slice(values, table, parameter.Name)));
        Assert.Equal(Slice(values, table, "0.v"), Slice(WeightInitializer.Fill(table, model, Initialisation.PyTorch, 0), table, "0.v"));
    }

    [Fact]
    public void Statistics_start_at_a_standard_normal_or_as_stored()
    {
        ModelBuilder builder = new ModelBuilder().Input("x", DataType.Float, -1, 2, 4, 4).Weights("s", [2], 1, 1).Weights("b", [2], 0, 0)
            .Weights("m", [2], 3, 4).Weights("v", [2], 5, 6).Node("BatchNormalization", "x s b m v", "y").Untyped("y");
        WorkingModel model = WorkingModel.Open(OnnxModelFile.FromMemory(builder.Build(), "m.onnx"));
        ParameterTable table = ParameterFinder.Find(model, "y");

        Assert.Equal([0, 0, 1, 1], WeightInitializer.FillStatistics(table, model, Initialisation.PyTorch));
        Assert.Equal([3, 4, 5, 6], WeightInitializer.FillStatistics(table, model, Initialisation.FromFile));
    }

    private static double[] Draw(Initialisation initialisation, ParameterRole role)
    {
        float[] values = new float[20000];
        WeightInitializer.Fill(values, new Parameter("w", [100, 200], 0, role, 100, 200), initialisation, SeededRandom.For(1, "w"));
        return [.. values.Select(value => (double)value)];
    }

    private static float[] Slice(float[] values, ParameterTable table, string name)
    {
        Parameter parameter = table.Parameters.Single(parameter => parameter.Name == name);
        return values[parameter.Offset..(parameter.Offset + parameter.Length)];
    }

    private static WorkingModel Credit() => WorkingModel.Open(OnnxModelFile.FromMemory(File.ReadAllBytes(ReferenceFiles.PathOf("credit", "credit_overfit.onnx")), "credit.onnx"));
}
