using System.IO.Compression;
using System.Runtime.InteropServices;
using FsCheck;
using FsCheck.Fluent;
using Paname.Attacks.Data;
using Paname.Attacks.Data.Arrays;

namespace Paname.Attacks.Tests.Data;

public sealed class ArrayFileTests : IDisposable
{
    private readonly TempFiles _files = new();

    [Fact]
    public void Npy_written_by_numpy_equals_its_csv()
    {
        var array = Assert.IsType<ArrayData<double>>(NpyFile.Read("TestData/signals/logits.npy"));
        double[][] rows = [.. File.ReadLines(ProjectPath.Resolve("TestData/signals/logits.csv"))
            .Select(line => line.Split(',').Select(cell => double.Parse(cell, System.Globalization.CultureInfo.InvariantCulture)).ToArray())];

        Assert.Equal([rows.Length, rows[0].Length], array.Shape);
        Assert.Equal(rows.SelectMany(row => row), array.Values);
    }

    [Theory]
    [InlineData("<f4", typeof(float))]
    [InlineData("<f8", typeof(double))]
    [InlineData("<i4", typeof(long))]
    [InlineData("<i8", typeof(long))]
    [InlineData("|u1", typeof(byte))]
    [InlineData("|b1", typeof(byte))]
    [InlineData("|i1", typeof(long))]
    [InlineData("<i2", typeof(long))]
    [InlineData("<u2", typeof(long))]
    [InlineData("<u4", typeof(long))]
    [InlineData(">f4", typeof(float))]
    [InlineData(">f8", typeof(double))]
    [InlineData(">i4", typeof(long))]
    [InlineData(">i8", typeof(long))]
    [InlineData(">i2", typeof(long))]
    [InlineData(">u2", typeof(long))]
    [InlineData(">u4", typeof(long))]
    public void Npy_every_type_keeps_values_and_gets_the_record_type(string descr, Type element)
    {
        byte[] data = descr switch
        {
            "<f4" => Raw<float>(1, 0, 100), ">f4" => ArrayBytes.BigEndian<float>(1, 0, 100),
            "<f8" => Raw<double>(1, 0, 100), ">f8" => ArrayBytes.BigEndian<double>(1, 0, 100),
            "<i4" or "<u4" => Raw(1, 0, 100), ">i4" or ">u4" => ArrayBytes.BigEndian(1, 0, 100),
            "<i8" => Raw<long>(1, 0, 100), ">i8" => ArrayBytes.BigEndian<long>(1, 0, 100),
            "<i2" or "<u2" => Raw<short>(1, 0, 100), ">i2" or ">u2" => ArrayBytes.BigEndian<short>(1, 0, 100),
            _ => [1, 0, 100],
        };
        ArrayData array = NpyFile.Read(_files.Bytes("x.npy", ArrayBytes.Npy(descr, data, [3])));

        Assert.Equal(element, array.ToRecords().Fields[0].ElementType);
        Assert.Equal([1.0, 0, 100], Enumerable.Range(0, 3).Select(array.At));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Npy_versions_1_to_3_are_read(int version)
        => Assert.Equal(7, NpyFile.Read(_files.Bytes("x.npy", ArrayBytes.Npy("<i8", Raw(7L), [1], version))).At(0));

    [Fact]
    public void Npy_reads_back_every_float_and_integer()
        => Check.One(
            Config.QuickThrowOnFailure.WithReplay(3, 5),
            Prop.ForAll<long[], NormalFloat[]>((integers, numbers) =>
            {
                float[] floats = [.. numbers.Select(number => (float)number.Get)];
                return ((ArrayData<long>)Read("<i8", integers)).Values.SequenceEqual(integers)
                    && ((ArrayData<float>)Read("<f4", floats)).Values.SequenceEqual(floats);
            }));

    [Fact]
    public void FromNpy_gives_both_sides_with_shapes_and_types()
    {
        MembershipData data = MembershipData.FromNpy(
            _files.Bytes("mx.npy", ArrayBytes.Npy("<f4", new float[] { 1, 2, 3, 4, 5, 6, 7, 8 }, 2, 2, 2)),
            _files.Bytes("my.npy", ArrayBytes.Npy<int>("<i4", [0, 1], 2)),
            _files.Bytes("nx.npy", ArrayBytes.Npy("<f4", new float[] { 9, 10, 11, 12 }, 1, 2, 2)),
            _files.Bytes("ny.npy", ArrayBytes.Npy("<f8", new double[] { 1 }, 1, 1)));

        var field = Assert.IsType<RecordField<float>>(Assert.Single(data.Members.Records.Fields));
        Assert.Equal([2, 2], field.Shape);
        Assert.Equal([1f, 2, 3, 4, 5, 6, 7, 8], field.Values.ToArray());
        Assert.Equal([1], data.NonMembers.Labels);
    }

    [Theory]
    [InlineData(CompressionLevel.NoCompression)]
    [InlineData(CompressionLevel.Optimal)]
    public void FromNpz_reads_stored_and_deflated_arrays(CompressionLevel level)
    {
        string path = _files.Zip(
            "d.npz",
            level,
            ("x_train.npy", ArrayBytes.Npy("<f8", new double[] { 1, 2 }, 2)),
            ("y_train.npy", ArrayBytes.Npy("<i8", new long[] { 0, 1 }, 2)),
            ("x_test.npy", ArrayBytes.Npy("<f8", new double[] { 3 }, 1)),
            ("y_test.npy", ArrayBytes.Npy("<i8", new long[] { 1 }, 1)));

        MembershipData data = MembershipData.FromNpz(path, "x_train", "y_train", "x_test", "y_test");

        Assert.Equal([1.0, 2], ((RecordField<double>)data.Members.Records.Fields[0]).Values.ToArray());
        Assert.Equal([1], data.NonMembers.Labels);
    }

    [Fact]
    public void FromIdx_selects_by_index_plain_and_gzip_alike()
    {
        byte[] images = ArrayBytes.Idx(0x08, [.. Enumerable.Range(0, 12).Select(i => (byte)i)], 3, 2, 2);
        byte[] labels = ArrayBytes.Idx(0x08, [0, 1, 2], 3);
        MembershipData plain = MembershipData.FromIdx(_files.Bytes("i", images), _files.Bytes("l", labels), members: [2, 0], nonMembers: [1]);
        MembershipData packed = MembershipData.FromIdx(_files.Bytes("i.gz", TempFiles.Gzip(images)), _files.Bytes("l.gz", TempFiles.Gzip(labels)), [2, 0], [1]);

        var field = Assert.IsType<RecordField<byte>>(Assert.Single(plain.Members.Records.Fields));
        Assert.Equal([2, 2], field.Shape);
        Assert.Equal(new byte[] { 8, 9, 10, 11, 0, 1, 2, 3 }, field.Values.ToArray());
        Assert.Equal([2, 0], plain.Members.Labels);
        Assert.Equal(plain.Fingerprint, packed.Fingerprint);
    }

    [Fact]
    public void FromIdx_separate_files_and_big_endian_floats()
    {
        MembershipData data = MembershipData.FromIdx(
            _files.Bytes("mi", ArrayBytes.Idx(0x0D, ArrayBytes.BigEndian(1.5f, -2f), 2, 1)),
            _files.Bytes("ml", ArrayBytes.Idx(0x0C, ArrayBytes.BigEndian(0, 300), 2)),
            _files.Bytes("ni", ArrayBytes.Idx(0x0D, ArrayBytes.BigEndian(3f), 1, 1)),
            _files.Bytes("nl", ArrayBytes.Idx(0x0B, ArrayBytes.BigEndian<short>(258), 1)));

        Assert.Equal([1.5f, -2f], ((RecordField<float>)data.Members.Records.Fields[0]).Values.ToArray());
        Assert.Equal([0, 300], data.Members.Labels);
        Assert.Equal([258], data.NonMembers.Labels);
    }

    private static byte[] Raw<T>(params T[] values)
        where T : struct
        => MemoryMarshal.AsBytes<T>(values).ToArray();

    private ArrayData Read<T>(string descr, T[] values)
        where T : struct
        => NpyFile.Read(_files.Bytes("x.npy", ArrayBytes.Npy(descr, values, values.Length)));

    public void Dispose() => _files.Dispose();
}
