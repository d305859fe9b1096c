namespace Paname.Onnx.Differentiation.Rules.Reduction;

/// <summary>The rules of this folder.</summary>
internal static class ReductionRules
{
    internal static IReadOnlyList<IGradientRule> All { get; } =
    [
        new ReductionRule("ReduceSum", ReductionFormulas.Sum),
        new ReductionRule("ReduceMean", ReductionFormulas.Mean),
        new ReductionRule("ReduceMax", ReductionFormulas.Extreme),
        new ReductionRule("ReduceMin", ReductionFormulas.Extreme),
        new ReductionRule("ReduceL1", ReductionFormulas.L1),
        new ReductionRule("ReduceL2", ReductionFormulas.L2),
        new ReductionRule("ReduceSumSquare", ReductionFormulas.SumSquare),
        new ReductionRule("ReduceLogSum", ReductionFormulas.LogSum),
        new ReductionRule("ReduceLogSumExp", ReductionFormulas.LogSumExp),
        new ReductionRule("ReduceProd", ReductionFormulas.Product),
        new CumSumRule(),
    ];
}
