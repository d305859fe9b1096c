namespace Paname.Testing;

/// <summary>Where a baseline is asked for.</summary>
/// <param name="Class">The test class without its namespace, or the name of its source file.</param>
/// <param name="Method">The test method.</param>
/// <param name="Site">Tells the place in the code from others.</param>
/// <param name="IsExact">Whether the framework tells the class of every test, so that none is named after a file.</param>
internal sealed record BaselineTest(string Class, string Method, string Site, bool IsExact)
{
    /// <summary>The test that runs: NUnit tells, a row knows its own, else the caller's method in the caller's file.</summary>
    /// <param name="context">The gate.</param>
    /// <param name="caller">The caller's method.</param>
    /// <param name="file">The caller's file; deterministic builds rewrite its directory, so that its name alone is used.</param>
    internal static BaselineTest Of(GateContext context, string? caller, string? file)
    {
        string? running = context.RunningTest();
        if ((running ?? (context.Attack is null ? null : context.Test)) is { } full && Split(full) is { } test)
        {
            return new BaselineTest(test.Class, test.Method, full, IsExact: running is not null);
        }

        if (string.IsNullOrWhiteSpace(caller) || string.IsNullOrWhiteSpace(file))
        {
            throw new InvalidOperationException("Nothing tells which test asks for its baseline: leave the parameters test and file to the compiler, or give both.");
        }

        string name = file[(file.LastIndexOfAny(['/', '\\']) + 1)..];
        int dot = name.LastIndexOf('.');
        return new BaselineTest(dot > 0 ? name[..dot] : name, caller, $"{name}|{caller}", IsExact: false);
    }

    /// <summary>"Namespace.Outer+Inner.Method" without its namespace; type arguments are left out.</summary>
    private static (string Class, string Method)? Split(string full)
    {
        int dot = full.LastIndexOf('.');
        if (dot <= 0)
        {
            return null;
        }

        string type = full[..dot];
        int arguments = type.IndexOf('[', StringComparison.Ordinal);
        type = arguments < 0 ? type : type[..arguments];
        return (type[(type.LastIndexOf('.') + 1)..], full[(dot + 1)..]);
    }
}
