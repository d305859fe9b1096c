// Trains shadow models of a small network in a process that tests can kill. Arguments: the folder to keep models in, and after how many
// models to stand still (0: never). Prints "done reused" after each model, and at the end "result" with a hash of all signals.
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using MathNet.Numerics.Random;
using Paname.Attacks.Data;
using Paname.Attacks.Shadows;
using Paname.Attacks.Targets;
using Paname.Onnx;
using Paname.Onnx.Networks;
using Paname.Onnx.ShadowProcess;
using Paname.Onnx.Training;

const int Features = 20;
const int Classes = 3;
LabelledRecords Side(int seed, int count)
{
    var random = new MersenneTwister(seed, threadSafe: false);
    float[] values = [.. Enumerable.Range(0, count * Features).Select(_ => (float)random.NextDouble())];
    return new LabelledRecords(Records.FromArray<float>(values, Features), [.. Enumerable.Range(0, count).Select(_ => random.Next(Classes))]);
}

var data = new MembershipData(Side(1, 100), Side(2, 100));
using OnnxClassifier target = OnnxClassifier.FromBytes(OnnxNetwork.Features(Features).Linear(32).Relu().Linear(Classes).ToOnnx(seed: 1), "target.onnx");
Records audited = data.Members.Records.Concat(data.NonMembers.Records);
double[] outputs = new double[audited.Count * Classes];
ClassifierScorer.Score(target, audited, outputs, null, default);
var request = new ShadowRequest(new TargetOutputs(OutputKind.Logits, Classes, outputs), [.. data.Members.Labels, .. data.NonMembers.Labels], data.Members.Count, Seed: 1)
{
    Target = target,
    Data = data,
    Progress = new Report(int.Parse(args[1], CultureInfo.InvariantCulture)),
};
var recipe = new TrainingRecipe { Epochs = 20, BatchSize = 32 };
ShadowObservations seen = OnnxShadows.Retrain(target, data, recipe, new ShadowOptions { Count = 8, CacheFolder = args[0] }, parallel: 2).Observe(request);
Console.WriteLine("result " + Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(seen.Shadows.Values.Span))));
