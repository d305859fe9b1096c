using Paname.Attacks.Shadows;

namespace Paname.Attacks.Tests.Shadows;

/// <summary>How models that need no training count in the time budget.</summary>
public sealed class ShadowWavesTests
{
    /// <summary>Four models are kept, and opening and scoring a pair of them takes its time; training a pair takes 10 s of a budget of 100 s.</summary>
    [Theory]
    [InlineData(0, 8)]
    [InlineData(40, 8)]
    [InlineData(45, 6)]
    [InlineData(60, 4)]
    [InlineData(120, 4)]
    public void Time_of_kept_models_is_spent_but_says_nothing_about_training(double secondsPerKeptPair, int expected)
    {
        var time = new ManualTime();
        var made = new List<(int, int)>();
        int done = ShadowWaves.Run(8, 1, TimeSpan.FromSeconds(100), time, static model => model < 4, (first, end) =>
        {
            made.Add((first, end));
            time.Advance(first < 4 ? secondsPerKeptPair : 10);
        });
        Assert.Equal(expected, done);
        Assert.Equal(Enumerable.Range(0, expected / 2).Select(pair => (2 * pair, (2 * pair) + 2)), made);
    }

    [Fact]
    public void Models_kept_behind_those_that_are_trained_come_after_them_or_not_at_all()
    {
        // A plan is kept in its order: what lies on disk behind a model without time for it is not used.
        var time = new ManualTime();
        Assert.Equal(2, ShadowWaves.Run(8, 1, TimeSpan.FromSeconds(15), time, static model => model >= 4, (_, _) => time.Advance(10)));
    }
}
