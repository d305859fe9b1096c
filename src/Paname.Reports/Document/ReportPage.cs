using Paname.Reports.Charts;

namespace Paname.Reports.Document;

/// <summary>A whole report before it is HTML or Markdown.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Subtitle">One line below the title.</param>
/// <param name="Content">What it says.</param>
/// <param name="Charts">The numbers its charts are drawn from.</param>
internal sealed record ReportPage(string Title, string Subtitle, IReadOnlyList<Block> Content, ChartData Charts);
