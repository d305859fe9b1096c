namespace Paname.Attacks.Learning.Trees;

/// <summary>What a tree may grow to.</summary>
/// <param name="MaxDepth">Splits above a leaf at most.</param>
/// <param name="MinSplit">Rows a node needs to be split.</param>
/// <param name="MinLeaf">Rows a leaf holds at least.</param>
/// <param name="MaxFeatures">Features tried at a split; all when it is their number or more.</param>
/// <param name="Penalty">L2 penalty on the values of leaves.</param>
internal readonly record struct TreeShape(int MaxDepth, int MinSplit, int MinLeaf, int MaxFeatures, double Penalty);
