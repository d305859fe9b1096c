using Paname.Attacks.Data;
using Paname.Onnx.Networks.Layers;

namespace Paname.Onnx.Networks;

/// <content>The layers.</content>
public sealed partial class OnnxNetwork
{
    /// <summary>Standardises features, or channels of an image: (x - mean) / deviation. The constants are part of the model and are not trained.</summary>
    /// <param name="mean">Of each feature or channel.</param>
    /// <param name="deviation">The standard deviation of each; above 0.</param>
    /// <exception cref="ArgumentException">The counts differ from the features or channels, or a number is not finite or no deviation.</exception>
    public OnnxNetwork Standardize(IReadOnlyList<double> mean, IReadOnlyList<double> deviation)
    {
        ArgumentNullException.ThrowIfNull(mean);
        ArgumentNullException.ThrowIfNull(deviation);
        if (mean.Count != deviation.Count || !mean.All(double.IsFinite) || !deviation.All(value => double.IsFinite(value) && value > 0))
        {
            throw new ArgumentException("Standardize needs as many deviations as means, all finite, deviations above 0.", nameof(deviation));
        }

        return Then(new StandardizeLayer(mean, deviation));
    }

    /// <summary>Standardises by the mean and standard deviation of each feature, or channel of an image, over records; a feature that never varies is only centred.</summary>
    /// <param name="records">The training records: one field of numbers.</param>
    /// <exception cref="PanameDataException">The records have several fields, or text.</exception>
    /// <exception cref="ArgumentException">Their features or channels are not as many as the network's, or a number is not finite.</exception>
    public OnnxNetwork Standardize(Records records)
    {
        ArgumentNullException.ThrowIfNull(records);
        FeatureScale scale = FeatureScale.Of(records);
        return Standardize(scale.Mean, scale.Deviation);
    }

    /// <summary>A fully connected layer on the last axis.</summary>
    /// <param name="units">Results, at least 1.</param>
    /// <param name="bias">Whether a constant is added to each. Default <see langword="true"/>.</param>
    public OnnxNetwork Linear(int units, bool bias = true)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(units, 1);
        return Then(new LinearLayer(units, bias));
    }

    /// <summary>max(0, x).</summary>
    public OnnxNetwork Relu() => Then(new ActivationLayer("Relu"));

    /// <summary>The hyperbolic tangent.</summary>
    public OnnxNetwork Tanh() => Then(new ActivationLayer("Tanh"));

    /// <summary>x times the normal distribution function of x (Hendrycks and Gimpel 2016).</summary>
    public OnnxNetwork Gelu() => Then(new GeluLayer());

    /// <summary>The logistic function.</summary>
    public OnnxNetwork Sigmoid() => Then(new ActivationLayer("Sigmoid"));

    /// <summary>Shares that sum to 1 along the last axis. A model to be trained ends with logits instead.</summary>
    public OnnxNetwork Softmax() => Then(new ActivationLayer("Softmax", ("axis", -1L)));

    /// <summary>Sets values to 0 at random while training, and scales the others up (Srivastava et al. 2014); otherwise no effect.</summary>
    /// <param name="rate">The probability of 0, from 0 to below 1.</param>
    public OnnxNetwork Dropout(double rate)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rate);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(rate, 1);
        return double.IsNaN(rate) ? throw new ArgumentOutOfRangeException(nameof(rate)) : Then(new DropoutLayer(rate));
    }

    /// <summary>A convolution over an image, with bias.</summary>
    /// <param name="channels">Channels of the result, at least 1.</param>
    /// <param name="kernel">Height and width of the window, at least 1.</param>
    /// <param name="stride">Step of the window, at least 1.</param>
    /// <param name="padding">Zeros at each edge, at least 0.</param>
    /// <param name="groups">Groups of channels that do not see each other; divides the channels before and after.</param>
    public OnnxNetwork Conv(int channels, int kernel, int stride = 1, int padding = 0, int groups = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(channels, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 1);
        CheckWindow(kernel, stride, padding);
        return Then(new ConvLayer(channels, kernel, stride, padding, groups));
    }

    /// <summary>The largest value of each window of an image.</summary>
    /// <param name="size">Height and width of the window, at least 1.</param>
    /// <param name="stride">Step of the window. Default <see langword="null"/>: its size.</param>
    /// <param name="padding">Padding at each edge, at least 0 and at most half the size.</param>
    public OnnxNetwork MaxPool(int size, int? stride = null, int padding = 0) => Pool("MaxPool", size, stride, padding);

    /// <summary>The mean of each window of an image, padding not counted.</summary>
    /// <param name="size">Height and width of the window, at least 1.</param>
    /// <param name="stride">Step of the window. Default <see langword="null"/>: its size.</param>
    /// <param name="padding">Padding at each edge, at least 0 and at most half the size.</param>
    public OnnxNetwork AveragePool(int size, int? stride = null, int padding = 0) => Pool("AveragePool", size, stride, padding);

    /// <summary>The mean of each channel, as an image of 1 x 1.</summary>
    public OnnxNetwork GlobalAveragePool() => Then(new GlobalPoolLayer());

    /// <summary>Batch normalisation of features or channels (Ioffe and Szegedy 2015); epsilon 1e-5, a tenth of each batch enters the running statistics.</summary>
    public OnnxNetwork BatchNorm() => Then(new BatchNormLayer());

    /// <summary>Layer normalisation over the last axis (Ba, Kiros and Hinton 2016); epsilon 1e-5.</summary>
    public OnnxNetwork LayerNorm() => Then(new LayerNormLayer());

    /// <summary>All values of a record in one row.</summary>
    public OnnxNetwork Flatten() => Then(new FlattenLayer());

    /// <summary>A learned row for each token plus a learned row for its position. Comes first after <see cref="Tokens"/>.</summary>
    /// <param name="width">Values of a row, at least 1.</param>
    public OnnxNetwork Embedding(int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        return _tokens is { } tokens && _layers.Count == 0
            ? Then(new EmbeddingLayer(tokens.Vocabulary, tokens.Context, width))
            : throw new ArgumentException("Embedding comes first, after Tokens.", nameof(width));
    }

    /// <summary>Causal self-attention (Vaswani et al. 2017): each position sees itself and those before it.</summary>
    /// <param name="heads">Heads, at least 1; divides the width.</param>
    public OnnxNetwork CausalSelfAttention(int heads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(heads, 1);
        return Then(new AttentionLayer(heads));
    }

    /// <summary>x + f(x) (He et al. 2016).</summary>
    /// <param name="branch">Adds the layers of f to the network it is given; their result has the shape of x.</param>
    public OnnxNetwork Residual(Func<OnnxNetwork, OnnxNetwork> branch)
    {
        ArgumentNullException.ThrowIfNull(branch);
        var start = new OnnxNetwork(_input, _element, _result, null, [], _result);
        return Then(new ResidualLayer(branch(start)._layers));
    }

    private OnnxNetwork Pool(string type, int size, int? stride, int padding)
    {
        CheckWindow(size, stride ?? size, padding);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(padding, size / 2);
        return Then(new PoolLayer(type, size, stride ?? size, padding));
    }

    private static void CheckWindow(int kernel, int stride, int padding)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(kernel, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(stride, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(padding);
    }
}
