using Paname.Onnx.Tests.Support;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Tests.Differentiation.Rules.Cases;

/// <summary>The cases of the rules in the folder Linear, by operator.</summary>
internal static class LinearCases
{
    internal static IReadOnlyDictionary<string, IEnumerable<RuleCase>> All { get; } = new Dictionary<string, IEnumerable<RuleCase>>
    {
        ["Gemm"] = [.. GemmCases()],
        ["MatMul"] = [.. MatMulCases()],
    };

    private static IEnumerable<RuleCase> GemmCases()
    {
        (int N, int K, int M)[] sizes = [(4, 3, 2), (1, 3, 2), (4, 1, 2), (4, 3, 1), (0, 3, 2), (4, 0, 2)];
        int seed = 0;
        foreach ((int n, int k, int m) in sizes)
        {
            int[]?[] offsets = [null, [], [1], [m], [1, m], [n, 1], [1, 1], [n, m]];
            foreach (int[]? offset in offsets)
            {
                bool transA = seed % 2 == 1;
                bool transB = seed % 4 > 1;
                DataType element = seed % 3 == 0 ? DataType.Double : DataType.Float;
                int[] a = transA ? [k, n] : [n, k];
                int[] b = transB ? [m, k] : [k, m];
                ModelBuilder model = new ModelBuilder(21).Input("a", element, RandomShapes.Declared(seed, 0, a)).Input("b", element, RandomShapes.Declared(seed, 1, b));
                List<Feed> feeds = [Feed.Random("a", a, seed) with { Type = element }, Feed.Random("b", b, seed + 1) with { Type = element }];
                if (offset is not null)
                {
                    model.Input("c", element, RandomShapes.Declared(seed, 2, offset));
                    feeds.Add(Feed.Random("c", offset, seed + 2) with { Type = element });
                }

                // Where k is 0 the runtime returns C without beta, against the operator's definition.
                float beta = seed % 7 == 0 || k == 0 ? 1 : 1.3f;
                model.Node("Gemm", offset is null ? "a b" : "a b c", "y", ("transA", transA ? 1 : 0), ("transB", transB ? 1 : 0), ("alpha", seed % 5 == 0 ? 1 : 0.7f), ("beta", beta));
                yield return new($"{n} x {k} x {m}, seed {seed}", model.Untyped("y"), [.. feeds]);
                seed++;
            }

            // Each shape of C meets another transposition next time.
            seed += 1;
        }
    }

    private static IEnumerable<RuleCase> MatMulCases()
    {
        (int[] A, int[] B)[] shapes =
        [
            ([2, 3], [3, 4]),
            ([1, 3], [3, 1]),
            ([0, 3], [3, 4]),
            ([2, 0], [0, 4]),
            ([3], [3]),
            ([1], [1]),
            ([3], [3, 4]),
            ([2, 3], [3]),
            ([3], [2, 5, 3, 4]),
            ([2, 5, 4, 3], [3]),
            ([2, 4, 3], [3, 5]),
            ([0, 4, 3], [3, 5]),
            ([2, 4, 3], [3, 0]),
            ([4, 3], [2, 3, 5]),
            ([2, 4, 3], [2, 3, 5]),
            ([2, 4, 3], [1, 3, 5]),
            ([1, 4, 3], [2, 3, 5]),
            ([2, 1, 4, 3], [5, 3, 2]),
            ([2, 1, 4, 3], [1, 5, 3, 2]),
            ([2, 2, 4, 1], [2, 2, 1, 2]),
        ];
        foreach ((int[] a, int[] b) in shapes)
        {
            for (int seed = 0; seed < 3; seed++)
            {
                DataType element = seed == 2 ? DataType.Double : DataType.Float;
                yield return new(
                    $"[{string.Join(", ", a)}] x [{string.Join(", ", b)}], seed {seed}",
                    new ModelBuilder(21).Input("a", element, RandomShapes.Declared(seed, 0, a)).Input("b", element, RandomShapes.Declared(seed, 1, b)).Node("MatMul", "a b", "y").Untyped("y"),
                    Feed.Random("a", a, seed) with { Type = element },
                    Feed.Random("b", b, seed + 1) with { Type = element });
            }
        }
    }
}
