namespace ModelRepoExample;

/// <summary>What this repository ships, and the records it is judged on.</summary>
internal static class CreditRepository
{
    /// <summary>The model under test; the variable lets the same tests judge a candidate before it is committed.</summary>
    internal static string ModelPath => Environment.GetEnvironmentVariable("CREDIT_MODEL") ?? "models/credit.onnx";

    /// <summary>Where shadow models are kept: weights trained on applicants, so out of version control.</summary>
    internal static string ShadowFolder => Path.Join(Path.GetDirectoryName(ProjectPath.Resolve("README.md")), "artifacts", "shadows");

    internal static OnnxClassifier LoadModel() => OnnxClassifier.Load(ModelPath);

    internal static MembershipData LoadData() => MembershipData.FromCsv("data/train.csv", "data/holdout.csv", label: "Bad", id: "Id");
}
