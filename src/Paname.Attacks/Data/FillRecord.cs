namespace Paname.Attacks.Data;

/// <summary>Writes the values of one record and returns its label.</summary>
/// <typeparam name="T"><see cref="float"/>, <see cref="double"/>, <see cref="long"/>, <see cref="byte"/> or <see cref="string"/>.</typeparam>
/// <param name="member">Whether a member is asked for.</param>
/// <param name="index">Zero-based index within its side.</param>
/// <param name="values">The record's values, to be filled.</param>
/// <returns>The true class, from 0.</returns>
public delegate int FillRecord<T>(bool member, int index, Span<T> values);
