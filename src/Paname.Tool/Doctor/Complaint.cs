namespace Paname.Tool;

/// <summary>Something that doctor found.</summary>
/// <param name="Check">Which check found it: "discovery", "baselines", "received", "split", "power", "runsettings", "gitignore".</param>
/// <param name="IsProblem">Whether tests mean less than they seem; otherwise it is worth a look.</param>
/// <param name="Message">What is wrong, without any value of a record.</param>
/// <param name="Mend">What to do.</param>
internal sealed record Complaint(string Check, bool IsProblem, string Message, string Mend);
