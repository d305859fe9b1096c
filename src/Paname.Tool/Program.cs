using Paname.Tool;

using var signals = new StopSignals();
return await new ToolApp(ToolContext.OfProcess()).RunAsync(args, signals.Token);
