using Paname.Attacks.Data;
using Xunit.Abstractions;

namespace Paname.Onnx.Tests;

/// <summary>Each bad model gives the message that names it and the mend.</summary>
public class BadModelTests(ITestOutputHelper output)
{
    public static TheoryData<string> Cases => [.. BadModels.All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Load_refuses(string name)
    {
        (byte[] model, OnnxClassifierOptions? options) = BadModels.All[name];

        var error = Assert.Throws<PanameDataException>(() => OnnxClassifier.FromBytes(model, "bad.onnx", options));

        output.WriteLine($"| {name} | {error.Message} |");
        Assert.Null(error.InnerException);
        Assert.Equal(Messages.Of(name), error.Message);
    }

    [Fact]
    public void Load_refuses_missing_file_and_folder()
    {
        Assert.StartsWith("The file 'models/absent.onnx' was not found. Looked in: ", Assert.Throws<PanameDataException>(() => OnnxClassifier.Load("models/absent.onnx")).Message, StringComparison.Ordinal);
        Assert.EndsWith("' is a directory; a file is needed.", Assert.Throws<PanameDataException>(() => OnnxClassifier.Load(AppContext.BaseDirectory.TrimEnd('/'))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1, 64)]
    [InlineData(1025, 64)]
    [InlineData(1, 0)]
    [InlineData(1, 65537)]
    public void Load_refuses_options_out_of_range(int threads, int batch)
        => Assert.Throws<ArgumentOutOfRangeException>(() => OnnxClassifier.Load("m.onnx", new OnnxClassifierOptions { Threads = threads, BatchSize = batch }));
}
