using System.Text.RegularExpressions;
using Paname.Tests.Shared;

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
            public void Line_is_green()
            {
                using var model = OnnxClassifier.Load("models/credit.onnx");
                var data = CreditModel.Data();
                Assert.AuditAuc(model, data).IsBelow(0.55);
            }

            [TEST]
            public void No_attack_tells_training_records_from_others()
            {
                using var model = OnnxClassifier.Load("models/credit-overfit.onnx");
                var data = CreditModel.Data();
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
        string counts = Regex.Match(output, @"Total tests: .*").Value + string.Concat(Regex.Matches(output, @"^\s+(Passed|Failed|Skipped): \d+", RegexOptions.Multiline));
        Assert.True(exitCode == 1, output);
        Assert.Equal("Total tests: 6 Passed: 4 Failed: 1 Skipped: 1", Regex.Replace(counts, @"\s+", " "));
        string[] documented = [.. DocumentedMessage().Select(WithoutNumbers)];
        Assert.True(documented.Length > 10);
        Assert.DoesNotContain(documented, line => !WithoutNumbers(output).Contains(line, StringComparison.Ordinal));
    }

    /// <summary>The lines of the message that docs/verdicts.md shows as one of a real run.</summary>
    private static IEnumerable<string> DocumentedMessage()
        => File.ReadLines(Path.Combine(Repository.Root, "docs", "verdicts.md"))
            .SkipWhile(line => !line.StartsWith("Leak proven", StringComparison.Ordinal))
            .TakeWhile(line => line != "```")
            .Where(line => line.Length > 0);

    // Last digits differ between processors; the words must not. NUnit tells the class of the running test, xUnit does not.
    private static string WithoutNumbers(string text)
        => Regex.Replace(Regex.Replace(text, @"FullyQualifiedName~[\w.]*\.", "FullyQualifiedName~"), @"\d[\d.,]*(E-\d+)?", "0");
}
