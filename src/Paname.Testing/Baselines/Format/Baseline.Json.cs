namespace Paname.Testing;

public sealed partial record Baseline
{
    /// <summary>The JSON schema of the format (draft 2020-12).</summary>
    public static string JsonSchema { get; } = ReadSchema();

    /// <summary>Reads a baseline strictly: every field is there once, every number is finite and in its range, and the numbers agree with one another.</summary>
    /// <param name="json">The content of the file. A byte order mark and any line ends are accepted.</param>
    /// <param name="name">The file's name, for errors.</param>
    /// <returns>The baseline.</returns>
    /// <exception cref="Paname.Attacks.Data.PanameDataException">The text is no baseline; the message names the file, the field and the mend.</exception>
    public static Baseline Parse(string json, string name)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Baseline baseline = BaselineReader.Read(json, name);
        BaselineCheck.Check(baseline, new FieldPath(name));
        return baseline;
    }

    /// <summary>Writes the baseline: two blanks of indentation, keys in ordinal order, numbers that read back exactly, line feeds.</summary>
    /// <returns>The content of the file, to be stored as UTF-8 without a byte order mark.</returns>
    /// <exception cref="Paname.Attacks.Data.PanameDataException">A number is out of range or contradicts another: it could not be read back.</exception>
    public string ToJson()
    {
        BaselineCheck.Check(this, new FieldPath(Test));
        return BaselineWriter.Write(this);
    }

    private static string ReadSchema()
    {
        using Stream stream = typeof(Baseline).Assembly.GetManifestResourceStream("baseline-1.schema.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
