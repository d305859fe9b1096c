using MathNet.Numerics.Random;

namespace Paname.Attacks.Learning;

/// <summary>A small network trained on one thread, so that sums have one order.</summary>
internal sealed class NeuralNetworkLearner(NeuralNetworkOptions options) : IBinaryLearner
{
    public string Name => "neural network";

    public IBinaryModel Fit(FeatureTable features, IReadOnlyList<bool> positive, int seed, CancellationToken cancellationToken = default)
    {
        double[] targets = LearnerChecks.Targets(features, positive);
        var scaling = Standardization.Of(features);
        double[] rows = scaling.Apply(features);
        var random = new MersenneTwister(seed, threadSafe: false);
        int[] sizes = [features.Width, .. options.Hidden, 1];
        DenseLayer[] layers = [.. sizes.Zip(sizes.Skip(1), (inputs, outputs) => new DenseLayer(inputs, outputs, random))];
        int[] order = [.. Enumerable.Range(0, targets.Length)];
        int step = 0;
        for (int epoch = 0; epoch < options.Epochs; epoch++)
        {
            random.Shuffle(order);
            for (int start = 0; start < order.Length; start += options.BatchSize)
            {
                cancellationToken.ThrowIfCancellationRequested();
                int size = Math.Min(options.BatchSize, order.Length - start);
                foreach (int row in order.AsSpan(start, size))
                {
                    double error = (Logistic.Probability(Forward(layers, rows.AsSpan(row * features.Width, features.Width))) - targets[row]) / size;
                    Backward(layers, error);
                }

                step++;
                foreach (DenseLayer layer in layers)
                {
                    layer.Update(options.LearningRate, options.WeightDecay, step);
                }
            }
        }

        return new Model(scaling, layers);
    }

    private static double Forward(DenseLayer[] layers, ReadOnlySpan<double> row)
    {
        for (int l = 0; l < layers.Length; l++)
        {
            layers[l].Forward(l == 0 ? row : layers[l - 1].Outputs, rectify: l < layers.Length - 1);
        }

        return layers[^1].Outputs[0];
    }

    private static void Backward(DenseLayer[] layers, double error)
    {
        layers[^1].OutputErrors[0] = error;
        for (int l = layers.Length - 1; l >= 0; l--)
        {
            layers[l].Backward(l > 0 ? layers[l - 1].OutputErrors : [], rectified: l < layers.Length - 1);
        }
    }

    private sealed class Model(Standardization scaling, DenseLayer[] layers) : IBinaryModel
    {
        public double[] Predict(FeatureTable features)
        {
            double[] rows = scaling.Apply(features);
            DenseLayer[] own = [.. layers.Select(layer => layer.WithOwnBuffers())];
            var probabilities = new double[features.Rows];
            for (int i = 0; i < probabilities.Length; i++)
            {
                probabilities[i] = Logistic.Probability(Forward(own, rows.AsSpan(i * features.Width, features.Width)));
            }

            return probabilities;
        }
    }
}
