namespace Paname.Attacks.Metrics.Slices;

/// <summary>One slice of the audited records under one attack.</summary>
/// <param name="Name">The slice's name, as the caller gave it.</param>
/// <param name="Members">Members of the slice that the attack may be judged on.</param>
/// <param name="NonMembers">Non-members of the slice.</param>
/// <param name="Sample">Their scores; <see langword="null"/> when a side is empty.</param>
public sealed record ScoreSlice(string Name, int Members, int NonMembers, ScoreSample? Sample);
