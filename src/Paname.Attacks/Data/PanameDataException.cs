namespace Paname.Attacks.Data;

/// <summary>Data cannot be audited as given. The message names the input and the mend; it may name file, line and column, never a value.</summary>
public sealed class PanameDataException : Exception
{
    /// <summary>An error with the general message.</summary>
    public PanameDataException()
        : base("The data cannot be audited as given.")
    {
    }

    /// <summary>An error with a message.</summary>
    /// <param name="message">What is wrong, where, and the mend; no value of a record.</param>
    public PanameDataException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a cause. Parsers' exceptions print values: never pass one of them.</summary>
    /// <param name="message">What is wrong, where, and the mend; no value of a record.</param>
    /// <param name="innerException">The cause, free of record values.</param>
    public PanameDataException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
