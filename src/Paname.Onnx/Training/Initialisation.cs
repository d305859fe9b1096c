namespace Paname.Onnx.Training;

/// <summary>How a model's weights start.</summary>
public enum Initialisation
{
    /// <summary>As PyTorch's layers do: weights and biases of linear, convolution and recurrent layers uniform within 1/sqrt(fan in), which is Kaiming uniform with
    /// a = sqrt(5) (He et al. 2015); embeddings standard normal; normalisation scales 1, shifts 0; slopes of PRelu 0.25.</summary>
    PyTorch,

    /// <summary>As Keras' layers do: weights uniform within sqrt(6 / (fan in + fan out)) (Glorot and Bengio 2010); biases 0; embeddings uniform within 0.05;
    /// normalisation scales 1, shifts 0; slopes of PRelu 0.</summary>
    Keras,

    /// <summary>As stored in the file: training goes on from there.</summary>
    FromFile,
}
