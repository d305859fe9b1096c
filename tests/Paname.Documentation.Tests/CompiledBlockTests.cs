namespace Paname.Documentation.Tests;

/// <summary>Every block of C# that a user may copy compiles as written.</summary>
public sealed class CompiledBlockTests
{
    private static readonly CodeBlock[] Blocks = [.. Documents.Paths.SelectMany(document => CodeBlock.Of(document, Documents.Lines(document)))];

    [Theory]
    [InlineData("xunit")]
    [InlineData("nunit")]
    public void Blocks_compile_as_written(string framework)
    {
        CodeBlock[] blocks = [.. Blocks.Where(block => block.Framework == framework)];
        Assert.NotEmpty(blocks);
        (int exitCode, string output) = BlockProject.Build(framework, blocks);
        Assert.True(exitCode == 0, output);
    }

    [Fact]
    public void Error_in_a_block_is_reported_at_the_documents_line()
    {
        CodeBlock block = Assert.Single(CodeBlock.Of("README.md", ["text", "<!-- nunit -->", "```csharp", "using NUnit.Framework;", string.Empty, "Assert.AuditAuk(model, data);", "```"]));
        Assert.Equal(("nunit", 4), (block.Framework, block.Line));
        (int exitCode, string output) = BlockProject.Build(block.Framework, [block]);
        Assert.NotEqual(0, exitCode);
        Assert.Contains("README.md(6,8): error CS0117", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Readme_shows_both_frameworks()
        => Assert.Equal(["nunit", "xunit"], Blocks.Where(block => block.Document == "README.md").Select(block => block.Framework).Distinct().Order(StringComparer.Ordinal));
}
