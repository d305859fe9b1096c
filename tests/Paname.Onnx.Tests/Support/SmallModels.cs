using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Tests.Support;

/// <summary>Models of one to three nodes.</summary>
internal static class SmallModels
{
    /// <summary>x [N,2] times [[1,0,-1],[0,1,2]]: the logits of three classes.</summary>
    internal static ModelBuilder Linear(int batch = -1)
        => new ModelBuilder()
            .Input("x", DataType.Float, batch, 2)
            .Weights("w", [2, 3], 1, 0, -1, 0, 1, 2)
            .Node("MatMul", "x w", "z");

    /// <summary>The logits of <see cref="Linear"/> as the only output.</summary>
    internal static byte[] Logits(int batch = -1) => Linear(batch).Output("z", DataType.Float, batch, 3).Build();

    /// <summary>x [N,2] summed to one column z [N,1].</summary>
    internal static ModelBuilder OneColumn()
        => new ModelBuilder().Input("x", DataType.Float, -1, 2).Weights("w", [2, 1], 1, 1).Node("MatMul", "x w", "z");

    /// <summary>Any node on the logits of <see cref="Linear"/>.</summary>
    internal static byte[] LinearThen(string type, params (string Name, object Value)[] attributes)
        => Linear().Node(type, "z", "y", attributes).Output("y", DataType.Float, -1, 3).Build();
}
