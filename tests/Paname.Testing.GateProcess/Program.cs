using System.Globalization;
using Paname.Attacks.Data;
using Paname.Attacks.Targets;
using Paname.Testing;

// A test host in small: judges failing gates on several threads at once. Arguments: its name, how many gates.
string name = args[0];
int gates = int.Parse(args[1], CultureInfo.InvariantCulture);
const int PerSide = 300;

// Members have margins from 1 to 2, the others from 0 to 1: everything leaks.
double[] members = [.. Enumerable.Range(0, PerSide).Select(i => 1 + (i / (double)PerSide))];
double[] others = [.. members.Select(margin => margin - 1)];
var data = MembershipData.FromArrays<double>(members, new int[PerSide], others, new int[PerSide], [1]);
var model = new DelegateClassifier(
    OutputKind.Logits,
    2,
    (batch, outputs) =>
    {
        ReadOnlySpan<double> margins = batch.Values((RecordField<double>)batch.Records.Fields[0]).Span;
        for (int i = 0; i < batch.Count; i++)
        {
            outputs[2 * i] = margins[i];
            outputs[(2 * i) + 1] = 0;
        }
    },
    "modèle-qui-fuit");
int failed = 0;
var audits = new PrivacyAudits("process", _ => Interlocked.Increment(ref failed));
Parallel.For(0, gates, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i => audits.Auc(model, data, new AuditOptions { LabelMapConfirmed = true }, $"Tests.{name}_é{i}").IsBelow(.55 + (i / 1000.0)));
return failed == gates ? 0 : 1;
