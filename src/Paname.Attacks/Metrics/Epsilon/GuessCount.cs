namespace Paname.Attacks.Metrics;

/// <summary>How many records a one-run audit guesses about; it abstains from the others.</summary>
/// <param name="Members">The records of highest score, guessed to be members; 0 or more.</param>
/// <param name="NonMembers">The records of lowest score, guessed to be non-members; 0 or more.</param>
public readonly record struct GuessCount(int Members, int NonMembers)
{
    /// <summary>All guesses.</summary>
    public int Total => Members + NonMembers;
}
