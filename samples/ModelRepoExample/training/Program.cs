using System.Globalization;
using ModelRepoExample.Training;
using Paname.Attacks.Data;
using Paname.Onnx;
using Paname.Onnx.Training;

// Trains both models from data/train.csv and writes them to models/. The holdout is only read to say how good they are.
MembershipData data = MembershipData.FromCsv("data/train.csv", "data/holdout.csv", label: "Bad", id: "Id");
string folder = Path.GetDirectoryName(ProjectPath.Resolve("models/credit.onnx"))!;

foreach (CreditRecipe recipe in new[] { CreditRecipe.Regularised, CreditRecipe.Overfitted })
{
    TrainedModel trained = recipe.Train(data.Members);
    trained.Save(Path.Combine(folder, recipe.File));
    using OnnxClassifier model = trained.ToClassifier();
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{recipe.File}: {trained.Epochs} epochs, mean training loss {trained.MeanTrainingLoss:F4}, accuracy {ModelAccuracy.Of(model, data.Members):F4} on the training records, {ModelAccuracy.Of(model, data.NonMembers):F4} on the holdout"));
}
