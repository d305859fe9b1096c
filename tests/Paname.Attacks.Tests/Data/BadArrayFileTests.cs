using System.IO.Compression;
using Paname.Attacks.Data;
using Xunit.Abstractions;

namespace Paname.Attacks.Tests.Data;

public sealed class BadArrayFileTests(ITestOutputHelper output) : IDisposable
{
    private static readonly byte[] s_floats = new byte[16];
    private static readonly byte[] s_token = [.. "TOKEN-7f3aTOKEN-7f3a"u8];
    private readonly TempFiles _files = new();

    public static TheoryData<string, byte[], string> NpyFiles => new()
    {
        { "empty", [], "mx.npy is empty." },
        { "pickle", [0x80, 0x04, .. s_token], "mx.npy is a pickle file; pickle runs code and is never read here." },
        { "objects", ArrayBytes.Npy("|O", s_token, [2]), "mx.npy holds Python objects, which only pickle reads" },
        { "named fields", ArrayBytes.Npy("{'descr': [('TOKEN-7f3a', '<f4')], 'fortran_order': False, 'shape': (2,), }", s_floats), "mx.npy holds records with named fields" },
        { "text", ArrayBytes.Npy("<U4", s_token, [1]), "mx.npy holds values of a type that is not read. Save f4, f8, i4, i8, u1 or bool" },
        { "half precision", ArrayBytes.Npy("<f2", s_token, [10]), "mx.npy holds values of a type that is not read." },
        { "fortran order", ArrayBytes.Npy("<f4", s_floats, [2, 2], fortran: true), "mx.npy is in Fortran order; save numpy.ascontiguousarray(x)." },
        { "truncated values", ArrayBytes.Npy("<f4", s_floats, [2, 3]), "mx.npy: the header announces 24 bytes of values and the file holds fewer: it is truncated." },
        { "more values than announced", ArrayBytes.Npy("<f4", s_floats, [1, 2]), "mx.npy: the header announces 8 bytes of values and the file holds more." },
        { "truncated header", ArrayBytes.Npy("<f4", s_floats, [2, 2])[..40], "mx.npy: the file ends within its header: it is truncated." },
        { "huge shape", ArrayBytes.Npy("<f4", s_floats, [int.MaxValue, int.MaxValue, int.MaxValue]), "mx.npy: the header announces a shape that is negative or larger than one array can hold." },
        { "negative shape", ArrayBytes.Npy("<f4", s_floats, [-4]), "mx.npy: the header announces a shape that is negative" },
        { "shape beyond integers", ArrayBytes.Npy("{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999,), }", s_floats), "mx.npy: the header announces a shape that is negative" },
        { "no dictionary", ArrayBytes.Npy("TOKEN-7f3a", s_floats), "mx.npy: the header is not one of an NPY file." },
        { "unknown version", ArrayBytes.Npy("<f4", s_floats, [4], version: 9), "mx.npy is an NPY file of an unknown version" },
        { "not NPY", s_token, "mx.npy is no NPY file. Save the array with numpy.save." },
        { "NPZ given as NPY", [.. "PK\u0003\u0004"u8, .. s_token], "mx.npy is an NPZ archive. Read it with FromNpz" },
        { "scalar", ArrayBytes.Npy("<f8", s_floats[..8], []), "mx.npy holds a single number" },
        { "no record", ArrayBytes.Npy("<f8", [], [0, 3]), "mx.npy has shape [0, 3], so it holds no value." },
        { "NaN", ArrayBytes.Npy("<f4", new[] { 0f, 1, float.NaN, 3 }, 2, 2), "mx.npy: Field 'features', record 2, value 1: not a finite number." },
        { "other number of labels", ArrayBytes.Npy("<f4", s_floats, [4, 1]), "my.npy holds 2 labels for the 4 records of mx.npy." },
        { "other shape than the non-members", ArrayBytes.Npy("<f4", s_floats, [2, 2]), "Field 'features' has shape [2] for members and [3] for non-members." },
        { "other type than the non-members", ArrayBytes.Npy("<f8", new double[6], 2, 3), "Field 'features' holds Double values for members and Single for non-members. Convert one side." },
    };

    [Theory]
    [MemberData(nameof(NpyFiles))]
    public void FromNpy_bad_features(string name, byte[] features, string expected)
    {
        string memberFeatures = _files.Bytes("mx.npy", features);
        string memberLabels = _files.Bytes("my.npy", ArrayBytes.Npy("<i8", new long[] { 0, 1 }, 2));
        string otherFeatures = _files.Bytes("nx.npy", ArrayBytes.Npy("<f4", new float[] { 1, 2, 3 }, 1, 3));
        string otherLabels = _files.Bytes("ny.npy", ArrayBytes.Npy("<i8", new long[] { 0 }, 1));

        PanameDataException error = Token.Hidden(expected, () => MembershipData.FromNpy(memberFeatures, memberLabels, otherFeatures, otherLabels));

        output.WriteLine($"| NPY: {name} | {error.Message} |");
    }

    public static TheoryData<string, byte[], string> LabelFiles => new()
    {
        { "fractions", ArrayBytes.Npy("<f8", new[] { 0.5, 1 }, 2), "y.npy, record 1: the label is no whole number." },
        { "two columns", ArrayBytes.Npy("<i8", new long[] { 0, 1, 1, 0 }, 2, 2), "y.npy has shape [2, 2]; one label per record is needed: [records]." },
        { "negative", ArrayBytes.Npy("<i8", new long[] { 0, -1 }, 2), "y.npy: Record 2 has a negative label" },
    };

    [Theory]
    [MemberData(nameof(LabelFiles))]
    public void FromNpy_bad_labels(string name, byte[] labels, string expected)
    {
        string x = _files.Bytes("x.npy", ArrayBytes.Npy("<f4", new float[] { 1, 2 }, 2));
        string other = _files.Bytes("nx.npy", ArrayBytes.Npy("<f4", new float[] { 3, 4 }, 2));
        string y = _files.Bytes("y.npy", labels);

        PanameDataException error = Token.Hidden(expected, () => MembershipData.FromNpy(x, y, other, y));

        output.WriteLine($"| NPY labels: {name} | {error.Message} |");
    }

    [Fact]
    public void FromNpy_same_file_twice_is_an_error()
    {
        string x = _files.Bytes("x.npy", ArrayBytes.Npy("<f4", new float[] { 1, 2 }, 2));

        Token.Hidden("Members and non-members are the same file, x.npy.", () => MembershipData.FromNpy(x, x, x, x));
    }

    [Fact]
    public void FromNpz_missing_array_lists_the_names()
    {
        string path = _files.Zip("d.npz", CompressionLevel.Optimal, ("x.npy", ArrayBytes.Npy("<f4", s_floats, [4])), ("y.npy", s_token));

        Token.Hidden("d.npz has no array 'x_train'. It has: x, y.", () => MembershipData.FromNpz(path, "x_train", "y", "x_test", "y"));
        Token.Hidden("d.npz[y] is no NPY file.", () => MembershipData.FromNpz(path, "x", "y", "x2", "y"));
        Token.Hidden("Members and non-members are the same array, 'x'.", () => MembershipData.FromNpz(path, "x", "y", "x", "y"));
    }

    [Fact]
    public void FromNpz_damaged_archives_are_errors()
    {
        byte[] array = ArrayBytes.Npy("<f4", new float[4096], 4096);
        byte[] whole = File.ReadAllBytes(_files.Zip("whole.npz", CompressionLevel.NoCompression, ("x.npy", array), ("y.npy", array)));
        string truncated = _files.Bytes("truncated.npz", whole[..(whole.Length / 2)]);
        string lying = _files.Zip("lying.npz", CompressionLevel.Optimal, ("x.npy", ArrayBytes.Npy("<f4", s_floats, [500_000_000])));

        Token.Hidden("truncated.npz is no NPZ archive, or is truncated.", () => MembershipData.FromNpz(truncated, "x", "y", "x2", "y2"));
        Token.Hidden("token.npz is no NPZ archive", () => MembershipData.FromNpz(_files.Bytes("token.npz", s_token), "x", "y", "x2", "y2"));
        Token.Hidden("lying.npz[x]: the header announces 2000000000 bytes of values and the file holds fewer", () => MembershipData.FromNpz(lying, "x", "y", "x2", "y2"));
    }

    public static TheoryData<string, byte[], string> IdxFiles => new()
    {
        { "not IDX", s_token, "i is no IDX file: its first four bytes are not those of one." },
        { "unknown type", ArrayBytes.Idx(0x0A, [1], 1), "i is no IDX file: its type of values is unknown." },
        { "truncated header", ArrayBytes.Idx(0x08, [], 2, 2)[..9], "i: the file ends within its header: it is truncated." },
        { "truncated values", ArrayBytes.Idx(0x08, [1, 2, 3], 2, 2), "i: the header announces 4 bytes of values and the file holds fewer: it is truncated." },
        { "truncated values in gzip", TempFiles.Gzip(ArrayBytes.Idx(0x08, [1, 2, 3], 2, 2)), "i: the header announces 4 bytes of values and the file holds fewer: it is truncated." },
        { "more values than announced in gzip", TempFiles.Gzip(ArrayBytes.Idx(0x08, [1, 2, 3], 2)), "i: the header announces 2 bytes of values and the file holds more." },
        { "damaged gzip", [0x1f, 0x8b, .. s_token], "i cannot be read: it is damaged or truncated" },
        { "negative shape", ArrayBytes.Idx(0x08, [1], -1), "i: the header announces a shape that is negative" },
    };

    [Theory]
    [MemberData(nameof(IdxFiles))]
    public void FromIdx_bad_images(string name, byte[] images, string expected)
    {
        string path = _files.Bytes("i", images);
        string labels = _files.Bytes("l", ArrayBytes.Idx(0x08, [0, 1], 2));

        PanameDataException error = Token.Hidden(expected, () => MembershipData.FromIdx(path, labels, [0], [1]));

        output.WriteLine($"| IDX: {name} | {error.Message} |");
    }

    [Fact]
    public void FromIdx_bad_selections()
    {
        string images = _files.Bytes("i", ArrayBytes.Idx(0x08, [1, 2], 2));
        string labels = _files.Bytes("l", ArrayBytes.Idx(0x08, [0, 1], 2));
        void Fails(string expected, int[] members, int[] nonMembers) => output.WriteLine(Token.Hidden(expected, () => MembershipData.FromIdx(images, labels, members, nonMembers)).Message);

        Fails("1 record index is selected as members and as non-members, the first is 1.", [0, 1], [1]);
        Fails("The selection of non-members asks for record index 2, and the file holds 2 records, counted from 0.", [0], [2]);
        Fails("The selection of members names record index 0 twice.", [0, 0], [1]);
        Fails("No record is selected as a member.", [], [1]);
    }

    public void Dispose() => _files.Dispose();
}
