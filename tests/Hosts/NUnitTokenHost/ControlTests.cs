using NUnit.Framework;

namespace Hosts;

/// <summary>Prints the token when asked: the parent must find it then.</summary>
public sealed class ControlTests
{
    [Test]
    public void Prints_the_token_when_asked_and_fails()
    {
        Planted.PrintIfAsked(TestContext.Out);
        Assert.Fail("by design");
    }
}
