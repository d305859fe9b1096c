using System.Numerics.Tensors;

namespace Paname.Attacks.Membership;

/// <summary>The search for the nearest point of another class to one record, from predicted classes alone, as a sequence of questions (Chen, Jordan, Wainwright 2020, L2, untargeted).
/// It goes back to the closest point so far when a step leads away from the record, so that more steps are never farther.</summary>
internal sealed class HopSkipJump(BoundarySpace space, double[] origin, BoundaryDistanceOptions options, Func<double[]?> otherRecord, int seed)
{
    private const int MostHalvings = 30;

    private readonly Random _random = RecordSeed.Random(seed);
    private readonly double _precision = .01 / Math.Sqrt(space.Dimensions);
    private double[] _closest = [];

    /// <summary>From the record to the closest point of another class found so far.</summary>
    internal double Distance { get; private set; } = space.Diagonal;

    /// <summary>Whether any point of another class was found.</summary>
    internal bool Found { get; private set; }

    internal int Queries { get; private set; }

    private int Left => options.QueriesPerRecord - Queries;

    /// <summary>Asks; the answers must be filled in before the next question is taken.</summary>
    internal IEnumerable<BoundaryQuestion> Search()
    {
        int starts = 0;
        for (int i = 0; i < options.InitialSearch && starts < options.Starts && Left > 0; i++)
        {
            BoundaryQuestion draw = Ask(space.Uniform(_random), 1);
            yield return draw;
            if (draw.Outside[0])
            {
                starts++;
                foreach (BoundaryQuestion question in Approach(draw.Points))
                {
                    yield return question;
                }
            }
        }

        if (!Found && otherRecord() is { } other)
        {
            foreach (BoundaryQuestion question in Approach(other))
            {
                yield return question;
            }
        }

        int reserve = 8 + (int)Math.Ceiling(-Math.Log2(_precision));
        for (int step = 1; step <= options.MaxIterations && Found && Left > reserve && Distance > 0; step++)
        {
            BoundaryQuestion around = Around(Math.Min(options.Evaluations(step), Left - reserve));
            yield return around;
            double[] direction = Direction(around);
            double[]? beyond = null;
            double length = Distance / Math.Sqrt(step);
            for (int i = 0; i < MostHalvings && Left > 0 && beyond is null; i++, length /= 2)
            {
                BoundaryQuestion jump = Ask(Moved(direction, length), 1);
                yield return jump;
                beyond = jump.Outside[0] ? jump.Points : null;
            }

            foreach (BoundaryQuestion question in beyond is null ? [] : Approach(beyond))
            {
                yield return question;
            }
        }
    }

    private BoundaryQuestion Ask(double[] points, int count)
    {
        Queries += count;
        return new BoundaryQuestion(points, count);
    }

    /// <summary>Halves the way between the record and a point of another class, and keeps the end of the other class if it is the closest yet.</summary>
    private IEnumerable<BoundaryQuestion> Approach(double[] outside)
    {
        double inner = 0;
        double outer = 1;
        while (outer - inner > _precision && Left > 0)
        {
            double middle = (inner + outer) / 2;
            BoundaryQuestion question = Ask(Towards(outside, middle), 1);
            yield return question;
            (inner, outer) = question.Outside[0] ? (inner, middle) : (middle, outer);
        }

        double[] end = Towards(outside, outer);
        if (!Found || Between(end) < Distance)
        {
            Found = true;
            _closest = end;
            Distance = Between(end);
        }
    }

    /// <summary>Random points on a small sphere around the closest point.</summary>
    private BoundaryQuestion Around(int count)
    {
        int dimensions = space.Dimensions;
        double radius = Math.Sqrt(dimensions) * _precision * Distance;
        var points = new double[count * dimensions];
        RecordSeed.Normal(_random, points);
        for (int i = 0; i < count; i++)
        {
            Span<double> point = points.AsSpan(i * dimensions, dimensions);
            TensorPrimitives.Multiply(point, radius / TensorPrimitives.Norm<double>(point), point);
            TensorPrimitives.Add(point, _closest, point);
            space.Clip(point);
        }

        return Ask(points, count);
    }

    /// <summary>The direction in which answers turn to another class: the mean of the random steps, each weighted by its answer less the mean answer.</summary>
    private double[] Direction(BoundaryQuestion around)
    {
        int dimensions = space.Dimensions;
        double share = around.Outside.Count(outside => outside) / (double)around.Count;
        var direction = new double[dimensions];
        var step = new double[dimensions];
        for (int i = 0; i < around.Count; i++)
        {
            // Answers that are all the same still say on which side the steps are.
            double weight = share is 0 ? -1 : share is 1 ? 1 : (around.Outside[i] ? 1 : 0) - share;
            TensorPrimitives.Subtract(around.Points.AsSpan(i * dimensions, dimensions), _closest, step);
            TensorPrimitives.MultiplyAdd(step, weight, direction, direction);
        }

        double norm = TensorPrimitives.Norm<double>(direction);
        TensorPrimitives.Multiply(direction, norm > 0 ? 1 / norm : 0, direction);
        return direction;
    }

    private double[] Moved(double[] direction, double length)
    {
        var point = new double[space.Dimensions];
        TensorPrimitives.MultiplyAdd(direction, length, _closest, point);
        space.Clip(point);
        return point;
    }

    private double[] Towards(double[] outside, double share)
    {
        var point = new double[space.Dimensions];
        TensorPrimitives.Subtract(outside, origin, point);
        TensorPrimitives.MultiplyAdd(point, share, origin, point);
        return point;
    }

    private double Between(double[] point) => TensorPrimitives.Distance<double>(origin, point);
}
