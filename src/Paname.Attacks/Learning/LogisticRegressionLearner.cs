using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;

namespace Paname.Attacks.Learning;

/// <summary>Newton's method on the penalised log loss, each step halved until the loss falls: with a penalty the loss is strictly convex, so it ends at the one minimum.</summary>
internal sealed class LogisticRegressionLearner(LogisticRegressionOptions options) : IBinaryLearner
{
    private const double Tolerance = 1e-10;

    public string Name => "logistic regression";

    public IBinaryModel Fit(FeatureTable features, IReadOnlyList<bool> positive, int seed, CancellationToken cancellationToken = default)
    {
        double[] targets = LearnerChecks.Targets(features, positive);
        var scaling = Standardization.Of(features);
        return new LogisticRegressionModel(scaling, Minimise(scaling.Apply(features), targets, features.Width, cancellationToken));
    }

    /// <summary>Weights of the standardised features, then the intercept.</summary>
    private double[] Minimise(double[] rows, double[] targets, int width, CancellationToken cancellationToken)
    {
        var weights = new double[width + 1];
        double loss = Loss(rows, targets, weights);
        for (int iteration = 0; iteration < options.MaxIterations; iteration++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            double[] step = NewtonStep(rows, targets, weights);
            double scale = 1;
            double[] moved = Moved(weights, step, scale);
            double movedLoss = Loss(rows, targets, moved);
            while (!(movedLoss <= loss) && scale > 1e-10)
            {
                scale /= 2;
                moved = Moved(weights, step, scale);
                movedLoss = Loss(rows, targets, moved);
            }

            if (!(movedLoss <= loss))
            {
                break;
            }

            (weights, loss) = (moved, movedLoss);
            if (scale * Math.Abs(TensorPrimitives.MaxMagnitude<double>(step)) < Tolerance)
            {
                break;
            }
        }

        return weights;
    }

    private double[] NewtonStep(double[] rows, double[] targets, double[] weights)
    {
        int size = weights.Length;
        var gradient = new double[size];
        var hessian = new double[size * size];
        var row = new double[size];
        row[^1] = 1;
        for (int i = 0; i < targets.Length; i++)
        {
            rows.AsSpan(i * (size - 1), size - 1).CopyTo(row);
            double p = Logistic.Probability(TensorPrimitives.Dot<double>(row, weights));
            TensorPrimitives.MultiplyAdd(row, targets[i] - p, gradient, gradient);
            for (int a = 0; a < size; a++)
            {
                Span<double> upTo = hessian.AsSpan(a * size, a + 1);
                TensorPrimitives.MultiplyAdd(row.AsSpan(0, a + 1), p * (1 - p) * row[a], upTo, upTo);
            }
        }

        for (int a = 0; a < size; a++)
        {
            gradient[a] -= a < size - 1 ? options.Penalty * weights[a] : 0;
            // The intercept has no penalty: where every row is certain its curvature vanishes.
            hessian[(a * size) + a] += a < size - 1 ? options.Penalty : 1e-12;
            for (int b = 0; b < a; b++)
            {
                hessian[(b * size) + a] = hessian[(a * size) + b];
            }
        }

        return Matrix<double>.Build.Dense(size, size, hessian).Cholesky().Solve(Vector<double>.Build.Dense(gradient)).ToArray();
    }

    private double Loss(double[] rows, double[] targets, double[] weights)
    {
        ReadOnlySpan<double> slopes = weights.AsSpan(0, weights.Length - 1);
        double loss = options.Penalty / 2 * TensorPrimitives.SumOfSquares(slopes);
        for (int i = 0; i < targets.Length; i++)
        {
            loss += Logistic.Loss(TensorPrimitives.Dot(rows.AsSpan(i * slopes.Length, slopes.Length), slopes) + weights[^1], targets[i]);
        }

        return loss;
    }

    private static double[] Moved(double[] weights, double[] step, double scale)
    {
        var moved = new double[weights.Length];
        TensorPrimitives.MultiplyAdd(step, scale, weights, moved);
        return moved;
    }
}
