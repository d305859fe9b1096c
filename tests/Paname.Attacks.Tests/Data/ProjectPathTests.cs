using Paname.Attacks.Data;

namespace Paname.Attacks.Tests.Data;

public sealed class ProjectPathTests : IDisposable
{
    private readonly TempFiles _project = new();
    private readonly TempFiles _current = new();
    private readonly TempFiles _program = new();

    [Fact]
    public void Resolve_takes_the_first_place_that_has_the_file()
    {
        string program = _program.Text("a.csv", "program");
        Assert.Equal(program, Resolve("a.csv"));
        string current = _current.Text("a.csv", "current");
        Assert.Equal(current, Resolve("a.csv"));
        string project = _project.Text("a.csv", "project");
        Assert.Equal(project, Resolve("a.csv"));
        Assert.Equal(current, ProjectPath.Resolve("a.csv", null, _current.Folder, _program.Folder));
        Assert.Equal(program, Resolve(program));
    }

    [Fact]
    public void Resolve_missing_file_lists_every_place_once()
    {
        PanameDataException error = Assert.Throws<PanameDataException>(() => Resolve("x/a.csv"));

        Assert.Equal(
            $"The file 'x/a.csv' was not found. Looked in: {_project.Folder}; {_current.Folder}; {_program.Folder}. Give a path relative to the test project's directory, or copy the file to the output directory.",
            error.Message);
        Assert.Contains($"Looked in: {_current.Folder}. Give", Assert.Throws<PanameDataException>(() => ProjectPath.Resolve("x", null, _current.Folder, _current.Folder + "/")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Resolve_reads_the_project_directory_from_the_run_time_configuration()
    {
        string path = _project.Text("paname-project-path-test.csv", string.Empty);
        object? before = AppContext.GetData(ProjectPath.DirectoryKey);
        AppContext.SetData(ProjectPath.DirectoryKey, _project.Folder);
        try
        {
            Assert.Equal(path, ProjectPath.Resolve("paname-project-path-test.csv"));
        }
        finally
        {
            AppContext.SetData(ProjectPath.DirectoryKey, before);
        }
    }

    private string Resolve(string path) => ProjectPath.Resolve(path, _project.Folder, _current.Folder, _program.Folder);

    public void Dispose()
    {
        _project.Dispose();
        _current.Dispose();
        _program.Dispose();
    }
}
