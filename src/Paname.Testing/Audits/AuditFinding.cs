namespace Paname.Testing;

/// <summary>Something the reader of a verdict must know about the audit.</summary>
/// <param name="Message">One sentence, without a final full stop; no value of a record.</param>
/// <param name="BlocksPass">Whether it turns Pass into Inconclusive.</param>
public sealed record AuditFinding(string Message, bool BlocksPass);
