using Paname.Attacks.Data;

namespace Paname.Attacks.Membership;

/// <summary>Runs the searches of many records in step, so that their questions reach the target together.</summary>
internal sealed class BoundarySearches(BoundarySpace space, FeatureMatrix matrix, TargetQueries queries, CancellationToken cancellationToken)
{
    /// <summary>Runs searches to their end.</summary>
    /// <param name="searches">By row of the matrix, the search and the class of its record.</param>
    /// <param name="original">The audited record of each row of the matrix, for messages.</param>
    /// <param name="finished">Told how many searches have ended.</param>
    internal void Run(IReadOnlyList<(int Row, int Label, HopSkipJump Search)> searches, IReadOnlyList<int> original, Action<int> finished)
    {
        IEnumerator<BoundaryQuestion>[] sequences = [.. searches.Select(search => search.Search.Search().GetEnumerator())];
        int[] active = [.. Enumerable.Range(0, sequences.Length)];
        while (active.Length > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var goesOn = new bool[active.Length];
            Parallel.For(0, active.Length, i => goesOn[i] = sequences[active[i]].MoveNext());
            active = [.. active.Where((_, i) => goesOn[i])];
            Answer([.. active.Select(i => (searches[i].Row, searches[i].Label, sequences[i].Current))], original);
            finished(sequences.Length - active.Length);
        }
    }

    private void Answer(IReadOnlyList<(int Row, int Label, BoundaryQuestion Question)> asked, IReadOnlyList<int> original)
    {
        int total = asked.Sum(one => one.Question.Count);
        if (total == 0)
        {
            return;
        }

        var rows = new double[checked(total * matrix.Width)];
        var owner = new int[total];
        int next = 0;
        foreach ((int row, _, BoundaryQuestion question) in asked)
        {
            for (int i = 0; i < question.Count; i++, next++)
            {
                Span<double> target = rows.AsSpan(next * matrix.Width, matrix.Width);
                matrix.Row(row).CopyTo(target);
                space.Write(question.Points.AsSpan(i * space.Dimensions, space.Dimensions), target);
                owner[next] = original[row];
            }
        }

        var outputs = queries.Ask(matrix.ToRecords(rows), row => owner[row]);
        next = 0;
        foreach ((_, int label, BoundaryQuestion question) in asked)
        {
            for (int i = 0; i < question.Count; i++, next++)
            {
                question.Outside[i] = TargetQueries.Predicted(outputs, next) != label;
            }
        }
    }
}
