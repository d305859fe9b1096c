namespace Paname.Testing.Tests.Baselines.Storing;

/// <summary>Which test asks for its baseline: what the framework says, what the row knows, what the compiler wrote.</summary>
public sealed class BaselineTestTests
{
    [Theory]
    [InlineData("/_/tests/CreditTests.cs", "CreditTests")]
    [InlineData("C:\\work\\CreditTests.cs", "CreditTests")]
    [InlineData("CreditTests.Auc.cs", "CreditTests.Auc")]
    [InlineData("Tests", "Tests")]
    public void Fact_is_named_after_its_file_whatever_its_directory(string file, string type)
        => Assert.Equal((type, "No_regression", false), Name(BaselineTest.Of(Context(), "No_regression", file)));

    [Fact]
    public void Row_knows_its_class()
        => Assert.Equal(("Outer+CreditTests", "Rows", false), Name(BaselineTest.Of(Context() with { Attack = "Loss", Test = "My.Models.Outer+CreditTests.Rows" }, "Helper", "Helper.cs")));

    [Fact]
    public void Framework_that_tells_comes_first()
        => Assert.Equal(("Fixture`1", "Test", true), Name(BaselineTest.Of(Context() with { RunningTest = () => "My.Models.Fixture`1[[System.Int32, System.Private.CoreLib]].Test" }, "Helper", "Helper.cs")));

    [Theory]
    [InlineData(null, "File.cs")]
    [InlineData("Method", null)]
    public void Nothing_known_is_an_error(string? caller, string? file) => Assert.Throws<InvalidOperationException>(() => BaselineTest.Of(Context(), caller, file));

    private static GateContext Context() => new() { Framework = "none", Fail = _ => { }, Test = "No_regression" };

    private static (string, string, bool) Name(BaselineTest test) => (test.Class, test.Method, test.IsExact);
}
