using System.Numerics.Tensors;
using MathNet.Numerics.Distributions;

namespace Paname.Attacks.Learning;

/// <summary>A fully connected layer with its gradients and Adam's moments, one record at a time.</summary>
internal sealed class DenseLayer
{
    private const double Decay1 = 0.9;
    private const double Decay2 = 0.999;
    private const double Epsilon = 1e-8;

    private readonly int _width;
    private readonly double[] _parameters;
    private readonly double[] _gradients;
    private readonly double[] _first;
    private readonly double[] _second;
    private readonly double[] _inputs;
    private readonly double[] _outputs;

    /// <summary>First weights as He et al., Delving Deep into Rectifiers (2015), advise for ReLU.</summary>
    internal DenseLayer(int inputs, int outputs, Random random)
        : this(inputs, outputs, new double[outputs * (inputs + 1)])
    {
        for (int i = 0; i < _parameters.Length; i++)
        {
            _parameters[i] = i % (inputs + 1) == inputs ? 0 : Normal.Sample(random, 0, Math.Sqrt(2.0 / inputs));
        }
    }

    private DenseLayer(int inputs, int outputs, double[] parameters)
    {
        // Each output's weights, then its bias; the input carries a 1 at its end.
        _width = inputs + 1;
        _parameters = parameters;
        _gradients = new double[parameters.Length];
        _first = new double[parameters.Length];
        _second = new double[parameters.Length];
        _inputs = new double[_width];
        _inputs[^1] = 1;
        _outputs = new double[outputs];
        OutputErrors = new double[outputs];
    }

    internal ReadOnlySpan<double> Outputs => _outputs;

    /// <summary>Derivatives of the loss by the outputs of the record last seen.</summary>
    internal double[] OutputErrors { get; }

    internal DenseLayer WithOwnBuffers() => new(_width - 1, _outputs.Length, _parameters);

    internal void Forward(ReadOnlySpan<double> inputs, bool rectify)
    {
        inputs.CopyTo(_inputs);
        for (int o = 0; o < _outputs.Length; o++)
        {
            double sum = TensorPrimitives.Dot(_parameters.AsSpan(o * _width, _width), _inputs.AsSpan());
            _outputs[o] = rectify ? Math.Max(sum, 0) : sum;
        }
    }

    /// <summary>Adds the record's gradients, and gives the errors of the inputs unless there is no room for them.</summary>
    internal void Backward(Span<double> inputErrors, bool rectified)
    {
        inputErrors.Clear();
        for (int o = 0; o < _outputs.Length; o++)
        {
            double error = rectified && _outputs[o] <= 0 ? 0 : OutputErrors[o];
            if (error != 0)
            {
                Span<double> gradients = _gradients.AsSpan(o * _width, _width);
                TensorPrimitives.MultiplyAdd(_inputs, error, gradients, gradients);
                if (!inputErrors.IsEmpty)
                {
                    TensorPrimitives.MultiplyAdd(_parameters.AsSpan(o * _width, _width - 1), error, inputErrors, inputErrors);
                }
            }
        }
    }

    internal void Update(double rate, double decay, int step)
    {
        double scale1 = 1 - Math.Pow(Decay1, step);
        double scale2 = 1 - Math.Pow(Decay2, step);
        for (int i = 0; i < _parameters.Length; i++)
        {
            double gradient = _gradients[i];
            _first[i] = (Decay1 * _first[i]) + ((1 - Decay1) * gradient);
            _second[i] = (Decay2 * _second[i]) + ((1 - Decay2) * gradient * gradient);
            double shrink = i % _width == _width - 1 ? 0 : decay * _parameters[i];
            _parameters[i] -= rate * ((_first[i] / scale1 / (Math.Sqrt(_second[i] / scale2) + Epsilon)) + shrink);
        }

        Array.Clear(_gradients);
    }
}
