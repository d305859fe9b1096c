using System.Numerics.Tensors;

namespace Paname.Attacks.Signals;

/// <summary>Log-odds of one class against all others, without cancellation.</summary>
internal static class LogOdds
{
    // Keeps the logarithm of a probability of exactly 0 finite: log(1e-45) = -103.6, below every float32 probability above 0.
    internal const double Floor = 1e-45;

    internal static double FromLogits(ReadOnlySpan<double> logits, int label) => logits[label] - LogSumExpExcept(logits, label);

    internal static double FromProbabilities(ReadOnlySpan<double> probabilities, int label)
        => Math.Log(Positive(probabilities[label]) + Floor) - Math.Log(SumExcept(probabilities, label) + Floor);

    /// <summary>From the probability of a class alone: 1 - p is exact where it is small.</summary>
    internal static double FromProbability(double probability) => Math.Log(probability + Floor) - Math.Log(1 - probability + Floor);

    /// <summary>The log-odds of a class whose loss is -log p: -loss - log(1 - e^-loss), small losses without cancellation (Kahan).</summary>
    internal static double FromLoss(double loss)
    {
        double probability = Math.Exp(-loss);
        double rest = probability switch { 1 => loss, 0 => 1, _ => (1 - probability) * (loss / -Math.Log(probability)) };
        return -loss - Math.Log(rest + Floor);
    }

    /// <summary>log(1 + e^-x), the loss of a class whose log-odds are x.</summary>
    internal static double ToLoss(double logOdds)
        => logOdds >= 0 ? Log1P(Math.Exp(-logOdds)) : Log1P(Math.Exp(logOdds)) - logOdds;

    internal static double LogSumExpExcept(ReadOnlySpan<double> logits, int excluded)
    {
        double max = double.NegativeInfinity;
        for (int i = 0; i < logits.Length; i++)
        {
            if (i != excluded && logits[i] > max)
            {
                max = logits[i];
            }
        }

        double sum = 0;
        for (int i = 0; i < logits.Length; i++)
        {
            if (i != excluded)
            {
                sum += Math.Exp(logits[i] - max);
            }
        }

        return max + Math.Log(sum);
    }

    /// <summary>e^(logit - largest logit) of each class, and their sum over all classes but the largest: 1 is left out, so that small sums are exact.</summary>
    internal static double Exponentials(ReadOnlySpan<double> logits, int top, Span<double> exponentials)
    {
        double others = 0;
        for (int i = 0; i < logits.Length; i++)
        {
            exponentials[i] = i == top ? 1 : Math.Exp(logits[i] - logits[top]);
            others += i == top ? 0 : exponentials[i];
        }

        return others;
    }

    internal static double SumExcept(ReadOnlySpan<double> probabilities, int excluded)
    {
        double sum = 0;
        for (int i = 0; i < probabilities.Length; i++)
        {
            if (i != excluded)
            {
                sum += Positive(probabilities[i]);
            }
        }

        return sum;
    }

    /// <summary>Probabilities are checked to be above -1e-6: rounding below 0 is 0.</summary>
    internal static double Positive(double probability) => Math.Max(probability, 0);

    internal static int ArgMax(ReadOnlySpan<double> scores) => TensorPrimitives.IndexOfMax(scores);

    /// <summary>log(1 + x) for x >= 0 without losing small x (Goldberg's correction, 1991).</summary>
    internal static double Log1P(double x)
    {
        double sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * (x / (sum - 1));
    }
}
