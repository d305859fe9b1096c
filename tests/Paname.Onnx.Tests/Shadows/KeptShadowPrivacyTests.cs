using System.Globalization;
using System.Text;
using Paname.Attacks.Data;
using Paname.Attacks.Shadows;
using Paname.Attacks.Targets;
using Paname.Onnx.Tests.Training;

namespace Paname.Onnx.Tests.Shadows;

/// <summary>The cache of shadow models holds weights, whose traces of records the documentation warns of; it holds no id, group, label or value as it stands in a file.</summary>
public sealed class KeptShadowPrivacyTests : IDisposable
{
    private const string Token = "planted-cache-token";
    private const string Number = "0.123456789";

    private readonly string _folder = Directory.CreateTempSubdirectory("paname-kept-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Kept_files_and_their_names_hold_no_id_group_label_or_value()
    {
        string cache = Path.Combine(_folder, "cache");
        var data = MembershipData.FromCsv(
            Write("train", 1), Write("holdout", 2), label: "Kind", id: "Id",
            new CsvOptions { Group = "Person", LabelMap = new Dictionary<string, int> { [$"{Token}-0"] = 0, [$"{Token}-1"] = 1, [$"{Token}-2"] = 2 } });
        using OnnxClassifier target = OnnxClassifier.FromBytes(SmallNetwork.Bytes(), "small.onnx");
        var outputs = new double[data.Members.Count * 2 * 3];
        ClassifierScorer.Score(target, data.Members.Records.Concat(data.NonMembers.Records), outputs, null, default);
        var request = new ShadowRequest(new TargetOutputs(target.OutputKind, 3, outputs), [.. data.Members.Labels, .. data.NonMembers.Labels], data.Members.Count, 1) { Target = target, Data = data };
        OnnxShadows.Retrain(target, data, SmallNetwork.Recipe, new ShadowOptions { Count = 2, CacheFolder = cache }).Observe(request);

        string[] files = Directory.GetFiles(cache, "*", SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        foreach (string file in files)
        {
            byte[] content = File.ReadAllBytes(file);
            Assert.DoesNotContain(Token, Path.GetRelativePath(cache, file) + Encoding.Latin1.GetString(content), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Number, Encoding.Latin1.GetString(content), StringComparison.Ordinal);
            Assert.Equal(-1, content.AsSpan().IndexOf(BitConverter.GetBytes(float.Parse(Number, CultureInfo.InvariantCulture))));
            Assert.Equal(-1, content.AsSpan().IndexOf(BitConverter.GetBytes(double.Parse(Number, CultureInfo.InvariantCulture))));
        }
    }

    private string Write(string name, int seed)
    {
        LabelledRecords records = SmallNetwork.Data(seed, 60);
        float[] values = ((RecordField<float>)records.Records.Fields[0]).Values.ToArray();
        string path = Path.Combine(_folder, name + ".csv");
        File.WriteAllLines(path,
        [
            "Id,Person,A,B,C,D,E,F,Kind",
            .. Enumerable.Range(0, 60).Select(i => string.Create(
                CultureInfo.InvariantCulture,
                $"{Token}-{name}-{i},{Token}-{name}-{i},{Number},{string.Join(',', values.AsSpan((6 * i) + 1, 5).ToArray().Select(value => value.ToString(CultureInfo.InvariantCulture)))},{Token}-{records.Labels[i]}")),
        ]);
        return path;
    }
}
