using Paname.Testing.Tests.Support;

namespace Paname.Testing.Tests.Reports.Gates;

public sealed class SourcePlaceTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Place_is_relative_to_the_repository_and_never_of_a_machine()
    {
        string project = Directory.CreateDirectory(_folder.File("tests/Privacy")).FullName;
        Assert.Equal(new SourcePlace("Deep/A.cs", 3), SourcePlace.Of(Path.Combine(project, "Deep", "A.cs"), 3, project));
        Directory.CreateDirectory(_folder.File(".git"));
        Assert.Equal(new SourcePlace("tests/Privacy/A.cs", 3), SourcePlace.Of(Path.Combine(project, "A.cs"), 3, project));
        Assert.Equal(new SourcePlace("tests/Shared/A.cs", 3), SourcePlace.Of(_folder.File("tests/Shared/A.cs"), 3, project));
        Assert.Equal(new SourcePlace("tests/A.cs", 3), SourcePlace.Of("/_/tests/A.cs", 3, project));
        Assert.Null(SourcePlace.Of(Path.GetFullPath("/elsewhere/A.cs"), 3, project));
        Assert.Null(SourcePlace.Of("A.cs", 3, project));
        Assert.Null(SourcePlace.Of(null, 0, project));
        Assert.Null(SourcePlace.Of(Path.Combine(project, "A.cs"), 0, project));
    }

    [Fact]
    public void Gate_knows_its_place()
    {
        SourcePlace place = Here()!;
        Assert.EndsWith("tests/Paname.Testing.Tests/Reports/Gates/SourcePlaceTests.cs", place.File, StringComparison.Ordinal);
        Assert.True(place.Line > 20);
    }

    private static SourcePlace? Here([System.Runtime.CompilerServices.CallerFilePath] string? file = null, [System.Runtime.CompilerServices.CallerLineNumber] int line = 0)
        => SourcePlace.Of(file, line, Path.GetDirectoryName(file)!);
}
