using Paname.Attacks.Data;
using Paname.Attacks.Shadows;

namespace Paname.Attacks.Tests.Shadows;

public sealed class ShadowStoreTests : IDisposable
{
    private readonly MembershipData _data = ShadowFixtures.Audited();
    private readonly ManualTime _time = new();
    private readonly string _root = Directory.CreateTempSubdirectory("paname-store-").FullName;

    private string Folder => Path.Combine(_root, "kept");

    public ShadowStoreTests() => _time.Set(TimeProvider.System.GetUtcNow());

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void What_is_written_is_read_and_nothing_else()
    {
        ShadowStore store = ShadowStore.Open(Folder, _time)!;
        string key = new('a', 64), other = new('b', 64);
        store.Write(key, new byte[] { 1, 2, 3 });

        Assert.True(store.Contains(key));
        Assert.Equal([1, 2, 3], store.Read(key));
        Assert.Null(store.Read(other));

        // A file under another name is not taken for it.
        File.Copy(Path.Combine(Folder, key + ".shadow"), Path.Combine(Folder, other + ".shadow"));
        Assert.Null(store.Read(other));
        Assert.False(store.Contains(other));
        Assert.Null(store.Trouble);
    }

    [Fact]
    public void Any_changed_or_missing_byte_is_found_and_the_file_deleted()
    {
        ShadowStore store = ShadowStore.Open(Folder, _time)!;
        string key = new('c', 64), path = Path.Combine(Folder, key + ".shadow");
        store.Write(key, new byte[] { 1, 2, 3, 4 });
        byte[] whole = File.ReadAllBytes(path);
        for (int i = 0; i < whole.Length; i++)
        {
            byte[] changed = [.. whole];
            changed[i] ^= 0x10;
            File.WriteAllBytes(path, changed);
            Assert.Null(store.Read(key));
            Assert.False(File.Exists(path));
            File.WriteAllBytes(path, whole[..i]);
            Assert.Null(store.Read(key));
        }

        File.WriteAllBytes(path, [.. whole, 0]);
        Assert.Null(store.Read(key));
        File.WriteAllBytes(path, whole);
        Assert.Equal([1, 2, 3, 4], store.Read(key));
    }

    [Fact]
    public void Files_are_the_users_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        ShadowStore.Open(Folder, _time)!.Write(new string('d', 64), new byte[] { 1 });
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Assert.Single(Directory.GetFiles(Folder))));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Folder));
    }

    [Fact]
    public void Leftovers_and_unused_models_are_cleaned_by_age()
    {
        ShadowStore.Open(Folder, _time)!.Write(new string('e', 64), new byte[] { 1 });
        string fresh = Path.Combine(Folder, "x.1.tmp"), foreign = Path.Combine(Folder, "notes.txt");
        File.WriteAllText(fresh, "half");
        File.WriteAllText(foreign, "mine");

        _time.Advance(TimeSpan.FromHours(23).TotalSeconds);
        ShadowStore.Open(Folder, _time);
        Assert.True(File.Exists(fresh));

        _time.Advance(TimeSpan.FromHours(2).TotalSeconds);
        ShadowStore store = ShadowStore.Open(Folder, _time)!;
        Assert.False(File.Exists(fresh));

        // Reading counts as use.
        _time.Advance(TimeSpan.FromDays(20).TotalSeconds);
        Assert.NotNull(store.Read(new string('e', 64)));
        _time.Advance(TimeSpan.FromDays(20).TotalSeconds);
        Assert.True(ShadowStore.Open(Folder, _time)!.Contains(new string('e', 64)));
        _time.Advance(TimeSpan.FromDays(11).TotalSeconds);
        Assert.False(ShadowStore.Open(Folder, _time)!.Contains(new string('e', 64)));
        Assert.True(File.Exists(foreign));
    }

    [Fact]
    public void A_folder_that_cannot_be_used_costs_time_and_is_told()
    {
        string file = Path.Combine(_root, "a-file");
        File.WriteAllText(file, "");
        var trainer = new MemoryTrainer();
        ShadowObservations seen = ShadowModels.Train(trainer, new ShadowOptions { Count = 2, CacheFolder = file }).Observe(ShadowFixtures.Request(_data));
        Assert.Equal(2, trainer.Trained);
        Assert.Contains("later runs may train again", Assert.Single(seen.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Kept_models_are_opened_and_what_the_trainer_cannot_open_is_trained_again()
    {
        var options = new ShadowOptions { Count = 4, CacheFolder = Folder };
        var first = new MemoryTrainer();
        double[] trained = ShadowModels.Train(first, options).Observe(ShadowFixtures.Request(_data)).Shadows.Values.ToArray();
        var second = new MemoryTrainer();
        Assert.Equal(trained, ShadowModels.Train(second, options).Observe(ShadowFixtures.Request(_data)).Shadows.Values.ToArray());
        Assert.Equal((4, 0), (first.Trained, second.Trained));
        Assert.Equal(4, second.Closed);

        string key = ShadowKey.Of("memory", ShadowPlan.Online(_data, 4, 1), 2);
        ShadowStore.Open(Folder, TimeProvider.System)!.Write(key, "rubbish"u8.ToArray());
        var third = new MemoryTrainer();
        Assert.Equal(trained, ShadowModels.Train(third, options).Observe(ShadowFixtures.Request(_data)).Shadows.Values.ToArray());
        Assert.Equal(1, third.Trained);

        var unknown = new MemoryTrainer(fingerprint: null);
        ShadowModels.Train(unknown, options).Observe(ShadowFixtures.Request(_data));
        Assert.Equal(4, unknown.Trained);
    }

    [Fact]
    public void Keys_differ_in_all_that_decides_a_model()
    {
        ShadowPlan plan = ShadowPlan.Online(_data, 4, 1);
        ShadowPlan reseeded = new(plan.Kind, [1, 2, 3, 4], plan.Inclusion, null, plan.DataFingerprint, null);
        ShadowPlan otherData = new(plan.Kind, plan.Seeds, plan.Inclusion, null, new string('0', 64), null);
        string[] keys =
        [
            .. Enumerable.Range(0, 4).Select(model => ShadowKey.Of("t", plan, model)),
            ShadowKey.Of("u", plan, 0), ShadowKey.Of("t", reseeded, 0), ShadowKey.Of("t", otherData, 0),
            ShadowKey.Of("t", ShadowPlan.Offline(_data, ShadowFixtures.Records(20, 50), 4, 1), 0),
        ];
        Assert.Equal(keys.Length, keys.Distinct().Count());
        Assert.Equal(keys[3], ShadowKey.Of("t", ShadowPlan.Online(_data, 8, 1), 3));

        // The same flags and seed, once with the flags swapped between the models.
        ShadowPlan swapped = new(plan.Kind, [plan.Seeds[0], plan.Seeds[0]], plan.Inclusion.Select([0, 1], [.. Enumerable.Range(0, 20)]), null, plan.DataFingerprint, null);
        Assert.NotEqual(ShadowKey.Of("t", swapped, 0), ShadowKey.Of("t", swapped, 1));
    }

    [Fact]
    public void The_default_folder_follows_the_environment()
    {
        static Func<string, string?> Variables(params (string Name, string Value)[] set) => name => set.FirstOrDefault(pair => pair.Name == name).Value;
        Assert.Equal(Path.Combine("/ci/cache", "shadows"), CacheFolders.Default(Variables(("PANAME_CACHE", "/ci/cache"))));
        Assert.Null(CacheFolders.Default(Variables(("PANAME_CACHE", "off"))));
        if (OperatingSystem.IsLinux())
        {
            Assert.Equal("/xdg/paname/shadows", CacheFolders.Default(Variables(("XDG_CACHE_HOME", "/xdg"))));
            Assert.EndsWith(".cache/paname/shadows", CacheFolders.Default(Variables(("XDG_CACHE_HOME", "relative"))), StringComparison.Ordinal);
        }
    }
}
