namespace Paname.Tests.Shared;

/// <summary>One result of a child run.</summary>
internal sealed record HostResult(string Name, string Outcome, string Message, string StandardOutput, TimeSpan Duration)
{
    /// <summary>The test method's name, without namespace, class and row.</summary>
    internal string Method
    {
        get
        {
            string name = Name.Split('(')[0];
            return name[(name.LastIndexOf('.') + 1)..];
        }
    }

    /// <summary>The row's attack, or the empty string.</summary>
    internal string Row => Name.Contains('(', StringComparison.Ordinal) ? Name.Split('(', ')')[1] : string.Empty;
}
