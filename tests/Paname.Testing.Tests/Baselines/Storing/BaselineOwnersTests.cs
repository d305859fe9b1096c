using Paname.Testing.Tests.Support;

namespace Paname.Testing.Tests.Baselines.Storing;

/// <summary>Baselines without a test are found by what their files say and by their names.</summary>
public sealed class BaselineOwnersTests : IDisposable
{
    private const string Environment = "linux-x64";

    private readonly BaselineSpace _space = new();
    private readonly BaselineOwners _owners = new([typeof(CreditTests), typeof(Outer.Inner), typeof(Derived)]);

    public void Dispose() => _space.Dispose();

    [Theory]
    [InlineData("CreditTests.No_regression", "CreditTests.No_regression")]
    [InlineData("CreditTests.No_regression(a-b)", "CreditTests.No_regression(a/b)")]
    [InlineData("CreditTests.No_regression.linux-x64", "CreditTests.No_regression")]
    [InlineData("CreditTests.No_regression.gpu-box", "CreditTests.No_regression")]
    [InlineData("my own name", "CreditTests.No_regression")]
    [InlineData("BaselineOwnersTests+Outer+Inner.Rows", "BaselineOwnersTests+Outer+Inner.Rows")]
    [InlineData("BaselineOwnersTests+Derived.Inherited", "BaselineOwnersTests+Derived.Inherited")]
    [InlineData("CreditTests.No_regression", "CreditTests.Renamed_by_hand_only_in_the_name_of_the_file")]
    [InlineData("CreditTests.No_regression", null)]
    [InlineData("CreditTests.No_regression.linux-x64", null)]
    public void Baseline_of_a_test_is_kept(string stem, string? test)
    {
        Write(stem, test);
        Assert.Empty(Dangling(exact: true));
    }

    [Theory]
    [InlineData("CreditTests.Deleted", "CreditTests.Deleted")]
    [InlineData("Deleted.No_regression", "Deleted.No_regression")]
    [InlineData("CreditTests.No_regression_either", "CreditTests.No_regression_either")]
    [InlineData("CreditTests.No_regression.b", "CreditTests.No_regression.b")]
    [InlineData("my own name", "CreditTests.Deleted")]
    [InlineData("my own name", null)]
    public void Baseline_without_one_is_found(string stem, string? test)
    {
        Write(stem, test);
        Assert.Equal([stem + ".verified.json"], Dangling(exact: true));
    }

    [Fact]
    public void Class_may_be_a_file_where_the_framework_does_not_tell()
    {
        Write("SomeFile.No_regression", "SomeFile.No_regression");
        Assert.Empty(Dangling(exact: false));
        Assert.Single(Dangling(exact: true));
    }

    [Fact]
    public void Name_that_was_cut_is_found_again()
    {
        var name = new BaselineName("CreditTests", "No_regression", new string('v', 200));
        Write(name.Stem(null), null);
        Assert.Empty(Dangling(exact: true));
        Write(new BaselineName("CreditTests", "Deleted", new string('v', 200)).Stem(null), null);
        Assert.Single(Dangling(exact: true));
    }

    [Fact]
    public void Directory_need_not_exist_and_other_files_are_left_alone()
    {
        Assert.Empty(Dangling(exact: true));
        _space.Write("Deleted.Test.received.json", "{}");
        _space.Write("readme.md", "text");
        Assert.Empty(Dangling(exact: true));
    }

    private IReadOnlyList<string> Dangling(bool exact) => _owners.Dangling(_space.Folder, Environment, exact);

    private void Write(string stem, string? test) => _space.Write(stem + ".verified.json", test is null ? "{ truncated" : $$"""{ "test": "{{test}}" }""");

    public static class Outer
    {
        internal static class Inner
        {
            internal static void Rows()
            {
            }
        }
    }

    public abstract class Parent
    {
        public static void Inherited()
        {
        }
    }

    public sealed class Derived : Parent;
}

/// <summary>Stands for a class of tests.</summary>
internal static class CreditTests
{
    internal static void No_regression()
    {
    }
}
