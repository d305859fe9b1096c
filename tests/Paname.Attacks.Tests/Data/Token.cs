using Paname.Attacks.Data;

namespace Paname.Attacks.Tests.Data;

/// <summary>A value planted in data: no message may ever print it.</summary>
internal static class Token
{
    internal const string Text = "TOKEN-7f3a";

    /// <summary>The error of a failing load: it says <paramref name="expected"/>, and nothing in it, inner exceptions included, holds the token.</summary>
    internal static PanameDataException Hidden(string expected, Action load)
    {
        PanameDataException error = Assert.Throws<PanameDataException>(load);
        Assert.StartsWith(expected, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Text, error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("7f3a", error.ToString(), StringComparison.Ordinal);
        Assert.Null(error.InnerException);
        return error;
    }
}
