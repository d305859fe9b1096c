namespace Paname.Testing.Tests.Baselines.Storing;

/// <summary>Names of baselines: safe in every file system, short, and read back.</summary>
public sealed class BaselineNameTests
{
    [Theory]
    [InlineData("Tests", "Method", null, "Tests.Method")]
    [InlineData("Tests", "Method", "a, 1", "Tests.Method(a, 1)")]
    [InlineData("Tests", "Method", "a/b\\c:d*e?\"<>|\n", "Tests.Method(a-b-c-d-e------)")]
    [InlineData("Outer+Inner`1", "Méthode_é", null, "Outer+Inner-1.Méthode_é")]
    public void Stem_is_safe_and_readable(string type, string method, string? variant, string stem) => Assert.Equal(stem, new BaselineName(type, method, variant).Stem(null));

    [Theory]
    [InlineData("../../etc/passwd", "-..-etc-passwd")]
    [InlineData("..", "-")]
    [InlineData("/absolute", "-absolute")]
    [InlineData("credit model. ", "credit model")]
    public void Name_asked_for_stays_in_the_directory(string name, string stem) => Assert.Equal(stem, new BaselineName("Tests", "Method", null).Stem(name));

    [Fact]
    public void Long_names_are_cut_with_a_hash_of_the_whole()
    {
        string first = new BaselineName("Tests", new string('x', 200) + "1", null).Stem(null);
        string second = new BaselineName("Tests", new string('x', 200) + "2", null).Stem(null);
        Assert.Equal((120, 120), (first.Length, second.Length));
        Assert.NotEqual(first, second);
        Assert.Equal(120, new BaselineName("Tests", new string('x', 114), null).Stem(null).Length);
        Assert.EndsWith("x", new BaselineName("Tests", new string('x', 114), null).Stem(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Tests.Method", "Tests", "Method", null)]
    [InlineData("Some.Tests.Method(a.b(c))", "Some.Tests", "Method", "a.b(c)")]
    public void Test_is_read_back(string test, string type, string method, string? variant)
    {
        Assert.Equal(new BaselineName(type, method, variant), BaselineName.Read(test));
        Assert.Equal(test, BaselineName.Read(test)!.Test);
    }

    [Theory]
    [InlineData("Method")]
    [InlineData(".Method")]
    [InlineData("Tests.")]
    [InlineData("Tests.Method(open")]
    public void Other_texts_are_no_test(string text) => Assert.Null(BaselineName.Read(text));
}
