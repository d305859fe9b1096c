using Paname.Onnx.Tests.Differentiation;
using Paname.Onnx.Tests.Support;

namespace Paname.Onnx.Tests.Graphs.Upgrading;

/// <summary>A model that is valid in a range of operator sets.</summary>
/// <param name="Operator">The operator it shows.</param>
/// <param name="From">The first operator set.</param>
/// <param name="To">The last.</param>
/// <param name="Build">Adds constants and nodes that compute "y".</param>
/// <param name="Feeds">The inputs.</param>
internal sealed record UpgradeCase(string Operator, int From, int To, Action<ModelBuilder> Build, params Feed[] Feeds)
{
    internal ModelBuilder Model(int opset)
    {
        var model = new ModelBuilder(opset);
        foreach (Feed feed in Feeds)
        {
            model.Input(feed.Name, feed.Type, feed.Shape);
        }

        Build(model);
        return model.Untyped("y");
    }
}
