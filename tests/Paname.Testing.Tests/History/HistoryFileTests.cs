using Paname.Attacks.Data;
using Paname.Testing.Tests.Support;

namespace Paname.Testing.Tests.History;

public sealed class HistoryFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string File => _folder.File("privacy-history.jsonl");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Entries_come_back_in_their_order_with_exact_numbers()
    {
        HistoryFile.Append(File, Reported.Entry(1));
        HistoryFile.Append(File, Reported.Entry(2));
        IReadOnlyList<HistoryEntry> back = HistoryFile.Read(File);
        Assert.Equal([1, 2], back.Select(entry => entry.Seed));
        Assert.Equal(Reported.Entry(1).Metrics.OrderBy(metric => metric.Key, StringComparer.Ordinal), back[0].Metrics);
        Assert.Equal(Reported.Entry(2).ToJson(), back[1].ToJson());
        string text = System.IO.File.ReadAllText(File);
        Assert.Equal(Reported.Entry(1).ToJson() + "\n" + Reported.Entry(2).ToJson() + "\n", text);
        Assert.StartsWith("{\"attackSet\":", text, StringComparison.Ordinal);
        Assert.True(text.IndexOf("Entropy auc", StringComparison.Ordinal) < text.IndexOf("Loss auc", StringComparison.Ordinal));
    }

    [Fact]
    public void Carriage_returns_are_read()
    {
        System.IO.File.WriteAllText(File, Reported.Entry(1).ToJson() + "\r\n");
        Assert.Single(HistoryFile.Read(File));
    }

    [Fact]
    public void A_damaged_line_is_refused_with_its_number()
    {
        System.IO.File.WriteAllText(File, Reported.Entry(1).ToJson() + "\n{}\n");
        Assert.StartsWith("Line 2 of privacy-history.jsonl", Assert.Throws<PanameDataException>(() => HistoryFile.Read(File)).Message, StringComparison.Ordinal);
        System.IO.File.WriteAllText(File, "\n" + Reported.Entry(1).ToJson() + "\n");
        Assert.StartsWith("Line 1 of privacy-history.jsonl", Assert.Throws<PanameDataException>(() => HistoryFile.Read(File)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_half_written_last_line_is_said_to_be_that_and_nothing_is_added_to_it()
    {
        System.IO.File.WriteAllText(File, Reported.Entry(1).ToJson() + "\n" + Reported.Entry(2).ToJson());
        string before = System.IO.File.ReadAllText(File);
        string message = Assert.Throws<PanameDataException>(() => HistoryFile.Read(File)).Message;
        Assert.StartsWith("Line 2 of privacy-history.jsonl", message, StringComparison.Ordinal);
        Assert.Contains("half written", message, StringComparison.Ordinal);
        Assert.Contains("half written", Assert.Throws<PanameDataException>(() => HistoryFile.Append(File, Reported.Entry(3))).Message, StringComparison.Ordinal);
        Assert.Equal(before, System.IO.File.ReadAllText(File));
    }

    [Fact]
    public void No_file_is_told_how_to_begin_one()
        => Assert.Contains("PANAME_HISTORY", Assert.Throws<PanameDataException>(() => HistoryFile.Read(File)).Message, StringComparison.Ordinal);

    [Fact]
    public void Entries_added_at_once_stay_whole()
    {
        Parallel.For(0, 60, new ParallelOptions { MaxDegreeOfParallelism = 6 }, i => HistoryFile.Append(File, Reported.Entry(i)));
        Assert.Equal(Enumerable.Range(0, 60), HistoryFile.Read(File).Select(entry => entry.Seed).Order());
    }
}
