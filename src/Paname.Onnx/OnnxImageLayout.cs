namespace Paname.Onnx;

/// <summary>The order of an image's axes, without the batch.</summary>
public enum OnnxImageLayout
{
    /// <summary>Channels x height x width (NCHW).</summary>
    ChannelsFirst,

    /// <summary>Height x width x channels (NHWC).</summary>
    ChannelsLast,
}
