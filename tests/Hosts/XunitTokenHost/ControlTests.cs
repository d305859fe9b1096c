using Xunit;
using Xunit.Abstractions;

namespace Hosts;

/// <summary>Prints the token when asked: the parent must find it then.</summary>
public sealed class ControlTests(ITestOutputHelper output)
{
    [Fact]
    public void Prints_the_token_when_asked_and_fails()
    {
        using var writer = new StringWriter();
        Planted.PrintIfAsked(writer);
        output.WriteLine(writer.ToString());
        Assert.Fail("by design");
    }
}
