using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Paname.Attacks.Data.Csv;

/// <summary>Streams the records of a CSV file. Errors name file and line; a parser's exception, which prints the record, never leaves this type.</summary>
internal sealed class CsvSource : IDisposable
{
    // Far above any real cell; stops a quote that is never closed from pulling a huge file into memory.
    private const double MaxCellCharacters = 4 << 20;

    private readonly StreamReader _reader;
    private readonly CsvParser _parser;
    private readonly char _delimiter;
    private readonly bool _endsInQuote;

    private CsvSource(string path, char delimiter)
    {
        FullPath = path;
        Name = Path.GetFileName(path);
        _delimiter = delimiter;
        _endsInQuote = EndsInQuote(path);
        _reader = new StreamReader(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        _parser = new CsvParser(_reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter.ToString(),
            MaxFieldSize = MaxCellCharacters,
            BadDataFound = _ => throw new FormatException(),
        });
    }

    internal string FullPath { get; }

    /// <summary>The file's name, for messages.</summary>
    internal string Name { get; }

    internal string[] Header { get; private set; } = [];

    /// <summary>The cells of the record last read; as many as the header has.</summary>
    internal string[] Cells { get; private set; } = [];

    /// <summary>The physical line, counted from 1, on which the record last read starts.</summary>
    internal int Line { get; private set; }

    internal static CsvSource Open(string path, char delimiter)
    {
        string full = ProjectPath.Resolve(path);
        CsvSource? source = null;
        try
        {
            source = new CsvSource(full, delimiter);
            source.ReadHeader();
            return source;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            source?.Dispose();
            throw new PanameDataException($"{Path.GetFileName(full)} cannot be opened for reading ({e.GetType().Name}).");
        }
        catch
        {
            source?.Dispose();
            throw;
        }
    }

    /// <summary>Reads the next record into <see cref="Cells"/>; false at the end of the file.</summary>
    internal bool Read()
    {
        if (!ReadCells())
        {
            return false;
        }

        if (Cells.Length != Header.Length)
        {
            throw Error($"{Count(Cells.Length)} where the header has {Count(Header.Length)}. Quote cells that contain the delimiter, and mend or remove the line.");
        }

        return true;
    }

    /// <summary>An error at the record last read.</summary>
    internal PanameDataException Error(string what) => new($"{Where()}: {what}");

    /// <summary>An error at one cell of the record last read.</summary>
    internal PanameDataException Error(string column, string what) => new($"{Where()}, column '{column}': {what}");

    internal string Where() => FormattableString.Invariant($"{Name}, line {Line}");

    public void Dispose()
    {
        _parser.Dispose();
        _reader.Dispose();
    }

    private static string Count(int cells) => cells == 1 ? "1 cell" : FormattableString.Invariant($"{cells} cells");

    private static bool EndsInQuote(string path)
    {
        using FileStream file = File.OpenRead(path);
        if (file.Length == 0)
        {
            return false;
        }

        file.Seek(-1, SeekOrigin.End);
        return file.ReadByte() == '"';
    }

    private void ReadHeader()
    {
        if (!ReadCells())
        {
            throw new PanameDataException($"{Name} is empty. A header line and at least one record are needed.");
        }

        Header = [.. Cells.Select(cell => cell.Trim())];
        CsvHeaderCheck.Check(this, _delimiter);
    }

    private bool ReadCells()
    {
        int above = _parser.RawRow;
        try
        {
            if (!_parser.Read())
            {
                return false;
            }

            // Every cell is read, used or not: only then is a quote that is never closed found out.
            Cells = new string[_parser.Count];
            for (int i = 0; i < Cells.Length; i++)
            {
                Cells[i] = _parser[i];
            }

            // The parser takes a file that ends in an escaped quote for complete.
            if (_endsInQuote && _parser.RawRecord.AsSpan().Count('"') % 2 != 0)
            {
                throw new FormatException();
            }

            Line = _parser.RawRow - LinesWithin();
            return true;
        }
        catch (DecoderFallbackException)
        {
            throw new PanameDataException($"{Name} is not UTF-8 text. Save the file as UTF-8.");
        }
        catch (Exception e) when (e is CsvHelperException or FormatException)
        {
            throw new PanameDataException(
                $"{Name}, after line {above.ToString(CultureInfo.InvariantCulture)}: a quote is not closed, or stands inside a cell that is not quoted. Double quotes within a quoted cell, close every quote.");
        }
        catch (IOException e)
        {
            throw new PanameDataException($"{Name}, after line {above.ToString(CultureInfo.InvariantCulture)}: the file cannot be read on ({e.GetType().Name}).");
        }
    }

    private int LinesWithin()
    {
        int breaks = 0;
        foreach (string cell in Cells)
        {
            if (cell.AsSpan().IndexOfAny('\r', '\n') >= 0)
            {
                breaks += cell.ReplaceLineEndings("\n").AsSpan().Count('\n');
            }
        }

        return breaks;
    }
}
