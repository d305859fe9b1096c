namespace Paname.Attacks.Targets;

/// <summary>What this library finds wrong with a function of rows, told apart from what the function itself throws.</summary>
internal sealed class RowScoringException(string message) : Exception(message);
