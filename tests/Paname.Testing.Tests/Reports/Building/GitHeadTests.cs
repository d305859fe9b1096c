using Paname.Testing.Tests.Support;

namespace Paname.Testing.Tests.Reports.Building;

public sealed class GitHeadTests : IDisposable
{
    private const string Hash = "0123456789abcdef0123456789abcdef01234567";
    private const string Other = "ffffffffffffffffffffffffffffffffffffffff";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Branch_in_a_file_of_its_own()
    {
        Put(".git/HEAD", "ref: refs/heads/main\n");
        Put(".git/refs/heads/main", Hash + "\n");
        Assert.Equal(Hash, At("src/deep"));
        Assert.Equal(_folder.Path, GitHead.RepositoryOf(_folder.File("src/deep")));
    }

    [Fact]
    public void Packed_branch()
    {
        Put(".git/HEAD", "ref: refs/heads/main");
        Put(".git/packed-refs", $"# pack-refs with: peeled\n{Other} refs/heads/remain\n{Other} refs/heads/main2\n{Hash} refs/heads/main\n^{Other}\n");
        Assert.Equal(Hash, At("."));
    }

    [Fact]
    public void Loose_branch_comes_before_a_packed_one()
    {
        Put(".git/HEAD", "ref: refs/heads/main");
        Put(".git/refs/heads/main", Hash);
        Put(".git/packed-refs", $"{Other} refs/heads/main\n");
        Assert.Equal(Hash, At("."));
    }

    [Fact]
    public void No_branch()
    {
        Put(".git/HEAD", Hash);
        Assert.Equal(Hash, At("."));
    }

    [Fact]
    public void Worktree_with_relative_and_absolute_pointers()
    {
        Put("main/.git/worktrees/work/HEAD", "ref: refs/heads/work");
        Put("main/.git/worktrees/work/commondir", "../..\n");
        Put("main/.git/refs/heads/work", Hash);
        Put("work/.git", $"gitdir: {_folder.File("main/.git/worktrees/work")}\n");
        Assert.Equal(Hash, At("work"));
        Put("work/.git", "gitdir: ../main/.git/worktrees/work\n");
        Assert.Equal(Hash, At("work"));
    }

    [Fact]
    public void What_names_no_commit_gives_none()
    {
        Assert.Null(At("."));
        Put(".git/HEAD", "ref: refs/heads/main");
        Assert.Null(At("."));
        Put(".git/refs/heads/main", "no hash");
        Assert.Null(At("."));
        Put(".git/HEAD", "ref: HEAD");
        Assert.Null(At("."));
        File.Delete(_folder.File(".git/HEAD"));
        Assert.Null(At("."));
    }

    private string? At(string directory) => GitHead.CommitAt(Directory.CreateDirectory(_folder.File(directory)).FullName);

    private void Put(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.File(name))!);
        File.WriteAllText(_folder.File(name), text);
    }
}
