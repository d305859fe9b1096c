using System.Text.Json;
using Paname.Attacks.Data;
using Paname.Onnx.Tests.Support;

namespace Paname.Onnx.Tests.Gradients;

/// <summary>Gradients that PyTorch gives for a model and a batch; TestData/gradients/make_gradients.py says how they were made.</summary>
internal sealed class TorchCase
{
    private readonly Dictionary<string, float[]> _gradients = new(StringComparer.Ordinal);

    private readonly string _name;

    private TorchCase(string name)
    {
        _name = name;
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(Folder($"{name}.json")));
        JsonElement root = json.RootElement;
        Loss = root.GetProperty("loss").GetDouble();
        Losses = [.. root.GetProperty("losses").EnumerateArray().Select(value => value.GetDouble())];
        Labels = [.. root.GetProperty("labels").EnumerateArray().Select(value => value.GetInt32())];
        InputShape = [.. root.GetProperty("input").EnumerateArray().Select(value => value.GetInt64())];
        float[] all = ReferenceFiles.Npy<float>(Folder($"{name}.npy"), "<f4");
        int at = 0;
        foreach (JsonElement tensor in root.GetProperty("tensors").EnumerateArray())
        {
            string parameter = tensor.GetProperty("name").GetString()!;
            int length = (int)tensor.GetProperty("shape").EnumerateArray().Aggregate(1L, (product, size) => product * size.GetInt64());
            _gradients[parameter] = all[at..(at + length)];
            at += length;
            Norms[parameter] = [.. tensor.GetProperty("norms").EnumerateArray().Select(value => value.GetDouble())];
        }

        InputGradient = all[at..];
        Assert.Equal(root.GetProperty("inputGradient").GetBoolean(), InputGradient.Length > 0);
    }

    internal double Loss { get; }

    internal double[] Losses { get; }

    internal int[] Labels { get; }

    internal long[] InputShape { get; }

    /// <summary>The input of a model of text.</summary>
    internal long[] Tokens => ReferenceFiles.Npy<long>(Folder($"{_name}.x.npy"), "<i8");

    /// <summary>By parameter, its gradient of the mean loss.</summary>
    internal IReadOnlyDictionary<string, float[]> Gradients => _gradients;

    /// <summary>By parameter, the norm of each record's own gradient.</summary>
    internal Dictionary<string, double[]> Norms { get; } = new(StringComparer.Ordinal);

    /// <summary>Of the mean loss with respect to the input.</summary>
    internal float[] InputGradient { get; }

    internal static TorchCase Read(string name) => new(name);

    internal static string Folder(string file) => ReferenceFiles.PathOf("gradients", file);

    /// <summary>The norm of each record's gradient over several parameters.</summary>
    internal double[] NormsOver(IEnumerable<string> parameters)
        => [.. Losses.Select((_, record) => Math.Sqrt(parameters.Sum(parameter => Norms[parameter][record] * Norms[parameter][record])))];

    /// <summary>Fails unless ||g - g*|| is at most 1e-4 ||g*||.</summary>
    internal static double Close(ReadOnlySpan<float> actual, ReadOnlySpan<float> expected, string what)
    {
        Assert.Equal(expected.Length, actual.Length);
        double difference = 0;
        double size = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            difference += Math.Pow((double)actual[i] - expected[i], 2);
            size += Math.Pow(expected[i], 2);
        }

        Assert.True(size > 0, $"{what}: the reference is 0, so nothing is compared");
        double error = Math.Sqrt(difference / size);
        Assert.True(error <= 1e-4, FormattableString.Invariant($"{what}: relative error {error:G3}"));
        return error;
    }
}
