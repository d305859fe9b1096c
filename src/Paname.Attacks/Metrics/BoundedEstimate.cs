namespace Paname.Attacks.Metrics;

/// <summary>
/// An estimate with two one-sided confidence bounds, each at confidence 1 - level; together they are a two-sided interval at 1 - 2 level.
/// Always Lower &lt;= Value &lt;= Upper.
/// </summary>
/// <param name="Value">The estimate on the records at hand.</param>
/// <param name="Lower">The lower bound: a verdict that a leak is proven rests on it.</param>
/// <param name="Upper">The upper bound: a verdict of passing rests on it.</param>
/// <param name="StandardError">The standard error of the estimate; informational, the bounds are not symmetric about the value.</param>
public readonly record struct BoundedEstimate(double Value, double Lower, double Upper, double StandardError);
