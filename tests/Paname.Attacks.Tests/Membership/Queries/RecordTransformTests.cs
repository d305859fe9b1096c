using Paname.Attacks.Data;
using Paname.Attacks.Membership;

namespace Paname.Attacks.Tests.Membership.Queries;

/// <summary>What each change does to the values of a record.</summary>
public sealed class RecordTransformTests
{
    private static readonly double[] Square =
    [
        0, 1, 2, 3,
        4, 5, 6, 7,
        8, 9, 10, 11,
        12, 13, 14, 15,
    ];

    [Fact]
    public void A_shift_repeats_the_edge() => Assert.Equal(
        [
            0, 0, 1, 2,
            0, 0, 1, 2,
            4, 4, 5, 6,
            8, 8, 9, 10,
        ],
        Apply(RecordTransforms.Shift(1, 1), Square, 4, 4));

    [Fact]
    public void A_shift_and_back_keeps_the_middle()
    {
        double[] there = Apply(RecordTransforms.Shift(-1, 0), Apply(RecordTransforms.Shift(1, 0), Square, 4, 4), 4, 4);
        Assert.Equal(Square[..12], there[..12]);
    }

    [Fact]
    public void A_mirror_turns_columns_around() => Assert.Equal([3, 2, 1, 0], Apply(RecordTransforms.Mirror(), Square, 4, 4)[..4]);

    [Fact]
    public void A_quarter_turn_counter_clockwise_brings_the_right_edge_to_the_top()
    {
        double[] turned = Apply(RecordTransforms.Rotation(90), Square, 4, 4);
        double[] expected = [3, 7, 11, 15, 2, 6, 10, 14, 1, 5, 9, 13, 0, 4, 8, 12];
        Assert.All(turned.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 12));
    }

    [Fact]
    public void A_small_turn_of_a_plane_image_is_the_turned_plane()
    {
        // Bilinear interpolation is exact on v = 4 row + column, away from the edges.
        double[] turned = Apply(RecordTransforms.Rotation(10), Square, 4, 4);
        (double sine, double cosine) = Math.SinCos(10 * Math.PI / 180);
        foreach ((int row, int column) in new[] { (1, 1), (1, 2), (2, 1), (2, 2) })
        {
            double y = (cosine * (row - 1.5)) + (sine * (column - 1.5)) + 1.5;
            double x = (cosine * (column - 1.5)) - (sine * (row - 1.5)) + 1.5;
            Assert.Equal((4 * y) + x, turned[(4 * row) + column], 12);
        }
    }

    [Fact]
    public void Channels_move_together_in_either_layout()
    {
        double[] first = [.. Square, .. Square.Select(value => value + 100), .. Square.Select(value => value + 200)];
        double[] last = [.. Enumerable.Range(0, 48).Select(i => first[((i % 3) * 16) + (i / 3)])];
        double[] movedFirst = Apply(RecordTransforms.Shift(0, 2), first, 3, 4, 4);
        double[] movedLast = Apply(RecordTransforms.Shift(0, 2), last, 4, 4, 3);
        Assert.Equal([0, 0, 0, 1], movedFirst[..4]);
        Assert.Equal(Enumerable.Range(0, 48).Select(i => movedFirst[((i % 3) * 16) + (i / 3)]), movedLast);
    }

    [Fact]
    public void Pixels_of_bytes_stay_bytes()
    {
        Records records = Records.FromArray<byte>(Square.Select(value => (byte)value).ToArray(), 4, 4);
        Records turned = RecordTransforms.Rotation(4).Apply(records, FeatureSpread.Of(records), [0]);
        Assert.Equal(typeof(byte), turned.Fields[0].ElementType);
        Assert.Equal([4, 4], turned.Fields[0].Shape);
    }

    [Fact]
    public void Noise_has_the_size_of_each_feature_and_leaves_constant_ones()
    {
        const int Count = 4000;
        double[] rows = [.. Enumerable.Range(0, Count).SelectMany(i => new[] { i % 2 == 0 ? 10d : -10, i % 2 == 0 ? .01 : -.01, 5, i % 2 })];
        Records records = Records.FromArray<double>(rows, 4);
        FeatureSpread spread = FeatureSpread.Of(records);
        Assert.Equal([10, .01, 0, .5], spread.StandardDeviation.Select(value => Math.Round(value, 12)));
        Assert.Equal([false, false, false, true], spread.IsBinary);
        double[] changed = [.. FeatureMatrix.Of(RecordTransforms.GaussianNoise(.5, .1).Apply(records, spread, [.. Enumerable.Range(0, Count)])).Values.ToArray()];
        double[] difference = [.. changed.Zip(rows, (after, before) => after - before)];
        Assert.Equal(5, Deviation(0), .2);
        Assert.Equal(.005, Deviation(1), .0002);
        Assert.Equal(0, Deviation(2));
        Assert.Equal(.1, Enumerable.Range(0, Count).Average(i => Math.Abs(difference[(4 * i) + 3])), .02);
        Assert.All(Enumerable.Range(0, Count), i => Assert.True(changed[(4 * i) + 3] is 0 or 1));

        double[] all = [.. FeatureMatrix.Of(RecordTransforms.GaussianNoise(.5).Apply(records, spread, [.. Enumerable.Range(0, Count)])).Values.ToArray()];
        Assert.DoesNotContain(Enumerable.Range(0, Count), i => all[(4 * i) + 3] is 0 or 1);

        double Deviation(int feature) => Math.Sqrt(Enumerable.Range(0, Count).Average(i => difference[(4 * i) + feature] * difference[(4 * i) + feature]));
    }

    [Fact]
    public void A_record_s_noise_follows_from_its_seed_alone()
    {
        Records records = Records.FromArray<double>(ToyAudit.Normal(1, 5, 3), 3);
        FeatureSpread spread = FeatureSpread.Of(records);
        IRecordTransform noise = RecordTransforms.GaussianNoise(.1);
        double[] together = FeatureMatrix.Of(noise.Apply(records, spread, [1, 2, 3, 4, 5])).Values.ToArray();
        double[] alone = FeatureMatrix.Of(noise.Apply(records.Select([3]), spread, [4])).Values.ToArray();
        Assert.Equal(together[9..12], alone);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(-1, null)]
    [InlineData(double.NaN, null)]
    [InlineData(1, 1.5)]
    public void Noise_outside_its_range_is_refused(double level, double? flip) => Assert.Throws<ArgumentOutOfRangeException>(() => RecordTransforms.GaussianNoise(level, flip));

    [Fact]
    public void Text_and_tables_are_told_from_images()
    {
        Assert.Null(RecordTransforms.Mirror().Unavailable(Records.FromArray<double>(Square, 4, 4)));
        Assert.NotNull(RecordTransforms.Mirror().Unavailable(Records.FromArray<double>(Square, 16)));
        Assert.NotNull(RecordTransforms.Mirror().Unavailable(Records.FromArray<double>(Square, 2, 8)));
        Assert.NotNull(RecordTransforms.Mirror().Unavailable(Text()));
        Assert.NotNull(RecordTransforms.GaussianNoise(1).Unavailable(Text()));

        static Records Text() => Records.FromArray<string>(Enumerable.Repeat("x", 16).ToArray(), 4, 4);
    }

    private static double[] Apply(IRecordTransform transform, double[] values, params int[] shape)
    {
        Records records = Records.FromArray<double>(values, shape);
        return FeatureMatrix.Of(transform.Apply(records, FeatureSpread.Of(records), new int[records.Count])).Values.ToArray();
    }
}
