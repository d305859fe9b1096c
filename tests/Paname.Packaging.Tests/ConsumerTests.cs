namespace Paname.Packaging.Tests;

/// <summary>A project that references the packages audits an ONNX model by a path of its own folder: green for a good one, red for a bad one.</summary>
[Collection("packages")]
public sealed class ConsumerTests(PackedLibraries packed)
{
    private const string Body = """
        public sealed class CreditModel : MembershipSubject
        {
            protected override MembershipSetup SetUp(AuditContext context) => new(OnnxClassifier.Load("models/credit.onnx"), Data());

            internal static MembershipData Data() => MembershipData.FromCsv("data/train.csv", "data/holdout.csv", label: "Bad", id: "Id");
        }

        public sealed class PrivacyTests
        {
            [MembershipInferenceTheory<CreditModel>]
            public void Rows_are_green(MembershipInferenceResult result) => result.Auc.IsBelow(0.55);

            [TEST]
            public void Line_is_green() => Audit("models/credit.onnx");

            [TEST]
            public void Line_is_red() => Audit("models/credit-overfit.onnx");

            private static void Audit(string path)
            {
                using var model = OnnxClassifier.Load(path);
                MembershipData data = CreditModel.Data();
                Assert.AuditAuc(model, data).IsBelow(0.55);
            }
        }
        """;

    [Theory]
    [InlineData("Xunit", "using Xunit;", "Fact")]
    [InlineData("NUnit", "using NUnit.Framework;", "Test")]
    public void Packages_alone_make_a_gate(string framework, string directive, string attribute)
    {
        (int exitCode, string output) = new Consumer(packed, framework).Test(directive + "\n" + Body.Replace("TEST", attribute, StringComparison.Ordinal));
        Assert.True(exitCode == 1, output);
        Assert.Contains("Leak proven: membership inference reaches AUC of at least 0.55 against credit-overfit.onnx.", output, StringComparison.Ordinal);
        Assert.Matches(@"(?s)Total tests: 6\s+Passed: 4\s+Failed: 1\s+Skipped: 1", output);
    }
}
