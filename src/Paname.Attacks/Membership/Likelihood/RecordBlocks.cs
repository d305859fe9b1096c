namespace Paname.Attacks.Membership;

/// <summary>Work on blocks of neighbouring records, on as many threads as there are.</summary>
internal static class RecordBlocks
{
    /// <summary>Runs the work on each block; each thread has its own scratch space.</summary>
    internal static void Run<TScratch>(int records, int size, AttackRun run, Func<TScratch> scratch, Action<TScratch, int, int> work)
    {
        int blocks = (records + size - 1) / size;
        var options = new ParallelOptions { CancellationToken = run.CancellationToken, MaxDegreeOfParallelism = run.Threads };
        Parallel.For(0, blocks, options, scratch, (block, _, own) =>
        {
            work(own, block * size, Math.Min(records, (block + 1) * size));
            return own;
        }, static _ => { });
    }

    /// <summary>Runs the work on each block.</summary>
    internal static void Run(int records, int size, AttackRun run, Action<int, int> work)
        => Run(records, size, run, static () => 0, (_, start, end) => work(start, end));
}
