using Paname.Onnx.Differentiation;
using Paname.Onnx.Graphs.Schema;

namespace Paname.Onnx.Tests.Documents;

/// <summary>The operators that docs/gradients.md lists are those with a rule.</summary>
public class OperatorTableTests
{
    [Fact]
    public void Page_lists_the_operators_that_have_a_rule()
        => Assert.Equal(
            RuleBook.Operators,
            Page.Code(Page.Section("gradients.md", "## What is differentiated").Where(line => line.StartsWith('|'))).Order(StringComparer.Ordinal));

    [Fact]
    public void Operators_the_page_calls_constant_are()
    {
        string[] named = [.. Page.Code(Page.Section("gradients.md", "### Constants to the derivative"))];
        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.True(RuleBook.IsConstant(new NodeProto { OpType = name }), name));
    }
}
