namespace Paname.Testing.Tests.Verdicts;

/// <summary>The command that repeats a judgement finds its test, and only its test where the class is known.</summary>
public class ReplayTests
{
    [Theory]
    [InlineData(null, null, null, "PANAME_SEED=7 dotnet test --filter \"Category=Privacy\"")]
    [InlineData("Gate", null, null, "PANAME_SEED=7 dotnet test --filter \"FullyQualifiedName~Gate\"")]
    [InlineData("Gate", null, "Space.Tests.Gate", "PANAME_SEED=7 dotnet test --filter \"FullyQualifiedName~Space.Tests.Gate\"")]
    [InlineData(null, null, "Space.Tests.Gate", "PANAME_SEED=7 dotnet test --filter \"FullyQualifiedName~Space.Tests.Gate\"")]
    [InlineData("Named by hand", null, "Space.Tests.Gate", "PANAME_SEED=7 dotnet test --filter \"FullyQualifiedName~Named by hand\"")]
    [InlineData("Space.Tests.Rows", "Loss", "Space.Tests.Gate", "PANAME_SEED=7 dotnet test --filter \"FullyQualifiedName~Space.Tests.Rows\"")]
    public void A_test_is_named_by_its_class_where_that_is_known(string? test, string? attack, string? running, string command)
    {
        var context = new GateContext { Framework = "x", Fail = _ => { }, Test = test, Attack = attack, RunningTest = () => running };
        Assert.Equal(command, context.Replay(7));
    }

    [Fact]
    public void Another_command_takes_its_place()
    {
        var context = new GateContext { Framework = "x", Fail = _ => { }, Test = "Gate", Replay = seed => $"again with {seed}" };
        Assert.Equal("again with 7", (context with { Test = "Other" }).Replay(7));
    }
}
