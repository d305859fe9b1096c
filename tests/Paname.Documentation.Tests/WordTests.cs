using System.Text.RegularExpressions;

namespace Paname.Documentation.Tests;

/// <summary>Passing is evidence against the attacks that ran: no document says that a model or its data are more than that.</summary>
public sealed partial class WordTests
{
    /// <summary>Lines that use a word without claiming it, exactly as they stand.</summary>
    private static readonly string[] Allowed = [];

    [Fact]
    public void No_document_claims_anonymity_or_compliance()
        => Assert.Empty(
            from document in Documents.Paths
            from line in Documents.Lines(document)
            where Claim().IsMatch(line) && !Allowed.Contains(line)
            select $"{document}: {line}");

    [Theory]
    [InlineData("The model is anonymous.", true)]
    [InlineData("GDPR-compliant training", true)]
    [InlineData("The audit completes.", false)]
    public void Claims_are_recognised(string line, bool claim) => Assert.Equal(claim, Claim().IsMatch(line));

    [GeneratedRegex(@"anonym(ous|i[sz])|compliant", RegexOptions.IgnoreCase)]
    private static partial Regex Claim();
}
