using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Paname.Attacks.Data;

namespace Paname.Attacks.Tests.Data;

/// <summary>Files damaged at random places: whatever the error, it is one of ours and prints no cell.</summary>
public sealed class DamagedFilesTests : IDisposable
{
    private const string Header = "Id,Age,Bad,Job\n";
    private const string Odd = ",\";\n\r\0x9.\t é";
    private readonly TempFiles _files = new();
    private int _failed;

    [Fact]
    public void FromCsv_damaged_text_never_prints_a_cell()
    {
        string members = Header + string.Concat(Enumerable.Range(1, 6).Select(i => $"TOKEN-7f3a{i},7771{i},{i % 2},\"TOKEN-7f3a, {i}\"\n"));
        string nonMembers = _files.Text("holdout.csv", Header + "a,1,0,x\nb,2,1,y\n");
        Check.One(
            Config.QuickThrowOnFailure.WithReplay(19, 23).WithMaxTest(700),
            Prop.ForAll<(PositiveInt Place, byte Action)[]>(edits =>
            {
                var text = new StringBuilder(members);
                foreach ((PositiveInt place, byte action) in edits.Take(4))
                {
                    int at = (int)((uint)(place.Get * 2654435761) % (uint)text.Length);
                    _ = (action % 3) switch
                    {
                        0 => text.Remove(at, 1),
                        1 => text.Insert(at, Odd[action % Odd.Length]),
                        _ => text.Remove(at, Math.Min(9, text.Length - at)),
                    };
                }

                return Fails(() => MembershipData.FromCsv(_files.Text("train.csv", text.ToString()), nonMembers, "Bad", "Id"));
            }));

        Assert.InRange(_failed, 150, 700);
    }

    [Fact]
    public void FromNpy_damaged_bytes_never_print_and_never_throw_another_error()
    {
        byte[] good = ArrayBytes.Npy("<f8", [77711.0, 77712, 77713, 77714], 2, 2);
        string labels = _files.Bytes("y.npy", ArrayBytes.Npy<long>("<i8", [0, 1], 2));
        string others = _files.Bytes("n.npy", ArrayBytes.Npy("<f8", [1.0, 2, 3, 4], 2, 2));
        Check.One(
            Config.QuickThrowOnFailure.WithReplay(29, 31).WithMaxTest(700),
            Prop.ForAll<PositiveInt, byte, bool>((place, value, cut) =>
            {
                int at = (int)((uint)(place.Get * 2654435761) % (uint)good.Length);
                byte[] bad = cut ? good[..at] : [.. good];
                if (!cut)
                {
                    bad[at] = value;
                }

                return Fails(() => MembershipData.FromNpy(_files.Bytes("x.npy", bad), labels, others, labels));
            }));

        Assert.InRange(_failed, 150, 700);
    }

    private bool Fails(Func<MembershipData> load)
    {
        try
        {
            _ = load().Hygiene;
            return true;
        }
        catch (PanameDataException e)
        {
            _failed++;
            string text = e.ToString();
            return e.InnerException is null && !text.Contains("7f3a", StringComparison.Ordinal) && !text.Contains("7771", StringComparison.Ordinal);
        }
    }

    public void Dispose() => _files.Dispose();
}
