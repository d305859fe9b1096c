using Paname.Bench;
using Paname.Bench.Location;
using Paname.Bench.Retraining;

// Without arguments: everything, as one report. "training": training and gradients only. "membership": attacks with shadow models only. "location": membership inference on Location-30, from scratch. "retraining": how often retrained models fail their baseline. "part <name>": one workload in a process of its own, so that its peak memory can be told.
return args switch
{
    [] => Report.Write(Console.Out),
    ["training"] => TrainingReport.Write(Console.Out),
    ["membership"] => MembershipReport.Write(Console.Out),
    ["location"] => LocationReport.Write(Console.Out),
    ["retraining"] => RetrainingReport.Write(Console.Out),
    ["part", var name] => Part.Run(name, Console.Out),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine($"usage: Paname.Bench [training | membership | location | retraining | part {string.Join('|', Part.Names)}]");
    return 2;
}
