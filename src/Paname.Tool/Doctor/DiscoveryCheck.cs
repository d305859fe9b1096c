using System.Text.RegularExpressions;

namespace Paname.Tool;

/// <summary>Finds audits that no test runner discovers: they are green by never running.</summary>
internal static class DiscoveryCheck
{
    /// <param name="assembly">The test assembly.</param>
    /// <param name="listed">What 'dotnet test --list-tests' printed, or null.</param>
    internal static IEnumerable<Complaint> Of(TestAssembly assembly, string? listed)
    {
        TestAssembly.Method[] audits = [.. assembly.Methods.Where(method => method.Adapter is not null)];
        string folder = Path.GetDirectoryName(assembly.Path)!;
        foreach (string adapter in audits.Select(audit => audit.Adapter!).Distinct(StringComparer.Ordinal))
        {
            bool xunit = adapter.EndsWith("Xunit", StringComparison.Ordinal);
            string[] needed = [adapter + ".dll", xunit ? "xunit.runner.visualstudio.testadapter.dll" : "NUnit3.TestAdapter.dll"];
            foreach (string missing in needed.Where(file => !File.Exists(Path.Combine(folder, file))))
            {
                yield return new Complaint(
                    "discovery", true, $"{Path.GetFileName(assembly.Path)}: {missing} is not beside it, so that none of its audits is discovered.", $"Reference {(missing == needed[0] ? adapter : xunit ? "xunit.runner.visualstudio" : "NUnit3TestAdapter")} and build again.");
            }
        }

        foreach (TestAssembly.Method audit in audits)
        {
            string name = $"{audit.Class.Replace('+', '.')}.{audit.Name}";
            if (!audit.ClassIsVisible && audit.Adapter!.EndsWith("Xunit", StringComparison.Ordinal))
            {
                yield return new Complaint("discovery", true, $"{name} is not discovered: its class is not public, or abstract.", "Make the class public and not abstract.");
            }
            else if (listed is not null && !Regex.IsMatch(listed, $@"(?<!\w){Regex.Escape(audit.Name)}(?!\w)"))
            {
                yield return new Complaint("discovery", true, $"{name} is not among the tests listed.", "Look at the warnings of 'dotnet test': the runner may have failed to load the adapter.");
            }
        }
    }
}
