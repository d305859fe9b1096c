namespace Paname.Onnx.Tests.Differentiation.Rules;

/// <summary>Names cases for theories.</summary>
internal static class RuleCases
{
    /// <summary>Each case with declared and with dynamic sizes.</summary>
    internal static TheoryData<string, bool> Titles(IEnumerable<RuleCase> cases)
    {
        var titles = new TheoryData<string, bool>();
        foreach (RuleCase item in cases)
        {
            titles.Add(item.Title, false);
            titles.Add(item.Title, true);
        }

        return titles;
    }
}
