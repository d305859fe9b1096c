using System.Globalization;

namespace Paname.Testing;

/// <summary>Adds gates to the summary of a step of a GitHub workflow. GitHub takes a certain number of bytes per step, and nothing at all of more.</summary>
internal static class StepSummary
{
    /// <summary>What a step's summary may hold with all that others wrote, in bytes of UTF-8: GitHub takes 1 MiB, and others may write after us.</summary>
    internal const int Budget = 900 * 1024;

    private const int Hard = 1000 * 1024;
    private const int CountWidth = 7;
    private const string Closing = "- Paname left out ";
    private const string Rest = " further results here: GitHub takes 1 MiB per step. All are in the folder named by PANAME_ARTIFACTS; `paname report` shows them.\n";

    internal static void Add(string path, string? target, ReportGate gate)
    {
        string piece = GateMarkdown.Of(target, gate);
        int size = SharedFile.Utf8.GetByteCount(piece);
        SharedFile.Change(path, file =>
        {
            long closing = FindClosing(file);
            if (closing >= 0)
            {
                CountUp(file, closing + Closing.Length);
            }
            else if (file.Length + size + Line(0).Length <= Budget)
            {
                SharedFile.Append(file, piece);
            }
            else if (file.Length + Line(0).Length <= Hard)
            {
                SharedFile.Append(file, Line(1));
            }
        });
    }

    // Plain ASCII: as many bytes as characters. The number keeps its width, so that it can be changed in its place whatever others write behind it.
    private static string Line(int count) => "\n" + Closing + count.ToString(CultureInfo.InvariantCulture).PadLeft(CountWidth) + Rest;

    private static long FindClosing(FileStream file)
    {
        byte[] all = new byte[file.Length];
        file.Seek(0, SeekOrigin.Begin);
        file.ReadExactly(all);
        int found = all.AsSpan().LastIndexOf(SharedFile.Utf8.GetBytes("\n" + Closing));
        return found < 0 || found + 1 + Closing.Length + CountWidth > all.Length ? -1 : found + 1;
    }

    private static void CountUp(FileStream file, long at)
    {
        byte[] number = new byte[CountWidth];
        file.Seek(at, SeekOrigin.Begin);
        file.ReadExactly(number);
        if (int.TryParse(number, NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out int count))
        {
            file.Seek(at, SeekOrigin.Begin);
            file.Write(SharedFile.Utf8.GetBytes((count + 1).ToString(CultureInfo.InvariantCulture).PadLeft(CountWidth)));
        }
    }
}
