namespace Paname.Onnx.Tests.Shadows;

/// <summary>Kept models in real processes: killed, and two at once.</summary>
public sealed class ShadowProcessTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("paname-shadow-process-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_killed_run_is_resumed_to_the_same_numbers()
    {
        string killed = Path.Combine(_folder, "killed");
        using ShadowProcess whole = ShadowProcess.Run(Path.Combine(_folder, "whole"));
        Assert.Equal(0, whole.Reused);

        ShadowProcess.RunAndKill(killed, after: 3);
        int kept = Directory.GetFiles(killed, "*.shadow").Length;
        using ShadowProcess resumed = ShadowProcess.Run(killed);

        Assert.InRange(kept, 3, 7);
        Assert.Equal(kept, resumed.Reused);
        Assert.Equal(whole.Result, resumed.Result);
    }

    [Fact]
    public void Two_processes_at_once_are_both_right_and_leave_whole_models()
    {
        using ShadowProcess first = ShadowProcess.Start(_folder), second = ShadowProcess.Start(_folder);
        first.Finish();
        second.Finish();
        Assert.Equal(first.Result, second.Result);
        Assert.Equal(8, Directory.GetFiles(_folder).Length);

        using ShadowProcess third = ShadowProcess.Run(_folder);
        Assert.Equal(8, third.Reused);
        Assert.Equal(first.Result, third.Result);
    }

    [Fact]
    public void A_damaged_model_is_trained_again()
    {
        using ShadowProcess whole = ShadowProcess.Run(_folder);
        string[] files = [.. Directory.GetFiles(_folder).Order(StringComparer.Ordinal)];
        byte[] cut = File.ReadAllBytes(files[0])[..^100];
        byte[] changed = File.ReadAllBytes(files[1]);
        changed[changed.Length / 2] ^= 1;
        File.WriteAllBytes(files[0], cut);
        File.WriteAllBytes(files[1], changed);
        File.WriteAllBytes(files[2], []);

        using ShadowProcess again = ShadowProcess.Run(_folder);

        Assert.Equal(5, again.Reused);
        Assert.Equal(whole.Result, again.Result);
        using ShadowProcess mended = ShadowProcess.Run(_folder);
        Assert.Equal(8, mended.Reused);
    }
}
