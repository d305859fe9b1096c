using System.Numerics.Tensors;
using Paname.Attacks.Data;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Membership.Risk;

/// <summary>
/// SHAPr: what each training record adds to the model's accuracy on test records, as a nearest-neighbour classifier on the model's outputs sees it
/// (Duddu, Szyller, Asokan: "SHAPr: An Efficient and Versatile Membership Privacy Risk Metric for Machine Learning", 2021).
/// </summary>
/// <remarks>Values sum to that classifier's test accuracy; a record with a high one is learned by heart or typical, one at or below 0 adds nothing. No model is trained.
/// Training records at one distance share their value over all orders among themselves, so that the order of records does not matter.</remarks>
public static class Shapr
{
    // A number of parts that does not follow the machine: sums come out the same on any number of threads.
    private const int Parts = 16;

    /// <summary>Values every training record.</summary>
    /// <param name="train">The model's probabilities or logits on its training records.</param>
    /// <param name="trainLabels">The true class of each.</param>
    /// <param name="test">The same outputs on test records.</param>
    /// <param name="testLabels">The true class of each.</param>
    /// <param name="options">K; default <see langword="null"/>: 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>One value per training record: the mean over test records of its Shapley value. ART's are these times the number of training records, in float32.</returns>
    /// <exception cref="PanameDataException">A side is empty, labels are not one per record or no class, or the outputs are neither logits nor probabilities, or differ in kind or classes.</exception>
    public static double[] Compute(
        TargetOutputs train, IReadOnlyList<int> trainLabels, TargetOutputs test, IReadOnlyList<int> testLabels, ShaprOptions? options = null, CancellationToken cancellationToken = default)
    {
        Check(train, trainLabels, "training");
        Check(test, testLabels, "test");
        if (train.Classes != test.Classes || train.Kind != test.Kind)
        {
            throw new PanameDataException("The outputs on training and test records differ in kind or number of classes. Give outputs of one model.");
        }

        int neighbours = (options ?? new ShaprOptions()).Neighbours;
        double[] trainRows = Probabilities(train);
        double[] testRows = Probabilities(test);
        int parts = Math.Min(Parts, test.Count);
        var sums = new double[parts][];
        Parallel.For(0, parts, new ParallelOptions { CancellationToken = cancellationToken }, part =>
        {
            double[] values = sums[part] = new double[train.Count];
            double[] distances = new double[train.Count];
            int[] order = new int[train.Count];
            for (int t = part; t < test.Count; t += parts)
            {
                cancellationToken.ThrowIfCancellationRequested();
                ReadOnlySpan<double> row = testRows.AsSpan(t * train.Classes, train.Classes);
                for (int i = 0; i < distances.Length; i++)
                {
                    distances[i] = TensorPrimitives.Distance(row, trainRows.AsSpan(i * train.Classes, train.Classes));
                    order[i] = i;
                }

                Array.Sort(distances, order);
                int label = testLabels[t];
                KnnShapley.Add(distances, order, i => trainLabels[i] == label, neighbours, values);
            }
        });
        double[] total = new double[train.Count];
        foreach (double[] values in sums)
        {
            TensorPrimitives.Add(total, values, total);
        }

        TensorPrimitives.Divide(total, test.Count, total);
        return total;
    }

    private static double[] Probabilities(TargetOutputs outputs)
    {
        double[] rows = outputs.Values.ToArray();
        for (int i = 0; outputs.Kind == OutputKind.Logits && i < outputs.Count; i++)
        {
            Span<double> row = rows.AsSpan(i * outputs.Classes, outputs.Classes);
            TensorPrimitives.Subtract(row, TensorPrimitives.Max<double>(row), row);
            TensorPrimitives.SoftMax(row, row);
        }

        return rows;
    }

    private static void Check(TargetOutputs outputs, IReadOnlyList<int> labels, string side)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        ArgumentNullException.ThrowIfNull(labels);
        if (outputs.Kind is not (OutputKind.Logits or OutputKind.Probabilities))
        {
            throw new PanameDataException("SHAPr needs a score for every class. Give logits or probabilities.");
        }

        if (outputs.Count == 0 || labels.Count != outputs.Count)
        {
            throw new PanameDataException(FormattableString.Invariant($"There are {labels.Count} labels for {outputs.Count} {side} records. Give one per record, for one record at least."));
        }

        for (int i = 0; i < labels.Count; i++)
        {
            if (labels[i] < 0 || labels[i] >= outputs.Classes)
            {
                throw new PanameDataException(FormattableString.Invariant($"The label of {side} record {i} (counting from 0) is no class from 0 to {outputs.Classes - 1}."));
            }
        }
    }
}
