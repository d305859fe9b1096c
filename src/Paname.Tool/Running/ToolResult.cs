using System.Text.Json.Nodes;
using Spectre.Console;

namespace Paname.Tool;

/// <summary>What a verb found: its exit code, what --json prints, and what a person reads.</summary>
/// <param name="Code">One of <see cref="ExitCode"/>.</param>
/// <param name="Document">The result for programs; verb and code are added to it.</param>
/// <param name="Write">Writes the result for people.</param>
internal sealed record ToolResult(int Code, JsonObject Document, Action<IAnsiConsole> Write);
