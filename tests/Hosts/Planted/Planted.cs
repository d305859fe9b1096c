using System.Globalization;

namespace Hosts;

/// <summary>The planted values. They come from the environment, so that they stand nowhere in the sources.</summary>
internal static class Planted
{
    internal static string Text { get; } = Variable("PLANTED_TOKEN");

    /// <summary>Fifteen digits: a number cell holds it exactly.</summary>
    internal static string Digits { get; } = Variable("PLANTED_DIGITS");

    internal static double Number { get; } = double.Parse(Digits, CultureInfo.InvariantCulture);

    /// <summary>Where the files with the planted values go: outside the results directory.</summary>
    internal static string Folder { get; } = Variable("PLANTED_FOLDER");

    /// <summary>Prints the token when the parent asks for it, to prove that it would be found.</summary>
    internal static void PrintIfAsked(TextWriter output)
    {
        if (Environment.GetEnvironmentVariable("PLANTED_PRINT") == "1")
        {
            output.WriteLine(Text);
        }
    }

    private static string Variable(string name) => Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"{name} is not set.");
}
