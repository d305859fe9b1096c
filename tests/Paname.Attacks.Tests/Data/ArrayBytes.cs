using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Paname.Attacks.Tests.Data;

/// <summary>Bytes of array files as other tools write them.</summary>
internal static class ArrayBytes
{
    internal static byte[] Npy<T>(string descr, T[] values, params int[] shape)
        where T : struct
        => Npy(descr, MemoryMarshal.AsBytes<T>(values).ToArray(), shape, version: 1);

    internal static byte[] Npy(string descr, byte[] data, int[] shape, int version = 1, bool fortran = false)
        => Npy($"{{'descr': '{descr}', 'fortran_order': {(fortran ? "True" : "False")}, 'shape': ({string.Concat(shape.Select(size => size + ", "))}), }}", data, version);

    internal static byte[] Npy(string header, byte[] data, int version = 1)
    {
        byte[] text = Encoding.Latin1.GetBytes(header.PadRight(117) + "\n");
        byte[] size = new byte[version == 1 ? 2 : 4];
        if (version == 1)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(size, (ushort)text.Length);
        }
        else
        {
            BinaryPrimitives.WriteUInt32LittleEndian(size, (uint)text.Length);
        }

        return [0x93, .. "NUMPY"u8, (byte)version, 0, .. size, .. text, .. data];
    }

    internal static byte[] Idx(byte type, byte[] data, params int[] shape)
    {
        byte[] sizes = new byte[4 * shape.Length];
        for (int i = 0; i < shape.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(sizes.AsSpan(4 * i), shape[i]);
        }

        return [0, 0, type, (byte)shape.Length, .. sizes, .. data];
    }

    internal static byte[] BigEndian<T>(params T[] values)
        where T : struct
    {
        int size = Marshal.SizeOf<T>();
        byte[] bytes = MemoryMarshal.AsBytes<T>(values).ToArray();
        for (int i = 0; i < bytes.Length; i += size)
        {
            bytes.AsSpan(i, size).Reverse();
        }

        return bytes;
    }
}
