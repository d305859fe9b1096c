namespace Paname.Attacks.Shadows;

/// <summary>How far a source of shadow models has come.</summary>
/// <param name="Done">Models trained or loaded so far.</param>
/// <param name="Total">Models in all.</param>
/// <param name="Reused">How many of those done came from the disk cache.</param>
public readonly record struct ShadowProgress(int Done, int Total, int Reused);
