namespace Paname.Bench.Measuring;

/// <summary>What one run took, in milliseconds.</summary>
/// <param name="Wall">By the clock.</param>
/// <param name="Processor">Processor time of all threads.</param>
internal readonly record struct Cost(double Wall, double Processor);
