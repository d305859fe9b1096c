namespace Paname.Attacks.Targets;

/// <summary>A model under audit. What an attacker can see of it is stated by the interfaces that derive from this one.</summary>
public interface ITarget
{
    /// <summary>A name for messages: a file name, never a full path.</summary>
    string Name { get; }

    /// <summary>SHA-256 of all that decides the outputs (file, options), in lower-case hexadecimal;
    /// <see langword="null"/> when there is no such content (a delegate): such a target is cached by reference.</summary>
    string? Fingerprint { get; }
}
