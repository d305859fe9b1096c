namespace Paname.Testing.Tests.Files;

/// <summary>Paths below a folder are relative, with forward slashes; others are none.</summary>
public class RelativePathTests
{
    private static readonly string Folder = Path.Combine(Path.GetTempPath(), "repository");

    [Theory]
    [InlineData("src/A.cs", "src/A.cs")]
    [InlineData("src/../A.cs", "A.cs")]
    [InlineData("..hidden/A.cs", "..hidden/A.cs")]
    [InlineData("../A.cs", null)]
    [InlineData("../repository.old/A.cs", null)]
    public void Below_a_folder(string path, string? relative) => Assert.Equal(relative, RelativePath.Below(Folder, Path.Combine(Folder, path)));

    [Fact]
    public void The_folder_above_lies_elsewhere() => Assert.Null(RelativePath.Below(Folder, Path.GetDirectoryName(Folder)!));
}
