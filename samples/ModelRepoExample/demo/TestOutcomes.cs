using System.Xml.Linq;

namespace ModelRepoExample.Demo;

/// <summary>How many tests of one kind passed, failed and were skipped.</summary>
internal sealed record TestOutcomes(int Passed, int Failed, int Skipped)
{
    /// <summary>Counts the tests of a TRX file whose class is, or is not, a privacy test class.</summary>
    internal static TestOutcomes Read(string path, bool privacy)
    {
        XElement root = XDocument.Load(path).Root!;
        XNamespace ns = root.Name.Namespace;
        HashSet<string> chosen = [.. root.Descendants(ns + "UnitTest")
            .Where(test => IsPrivacy(test.Element(ns + "TestMethod")!.Attribute("className")!.Value) == privacy)
            .Select(test => test.Attribute("id")!.Value)];
        string[] outcomes = [.. root.Descendants(ns + "UnitTestResult")
            .Where(result => chosen.Contains(result.Attribute("testId")!.Value))
            .Select(result => result.Attribute("outcome")!.Value)];
        int passed = outcomes.Count(outcome => outcome == "Passed");
        int skipped = outcomes.Count(outcome => outcome == "NotExecuted");
        return new(passed, outcomes.Length - passed - skipped, skipped);
    }

    private static bool IsPrivacy(string className) => className.EndsWith("PrivacyTests", StringComparison.Ordinal);
}
