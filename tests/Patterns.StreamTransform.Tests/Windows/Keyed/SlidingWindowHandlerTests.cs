using Patterns.Windows;

namespace Patterns.StreamTransform.Tests.Windows;

public sealed class SlidingWindowHandlerTests
{
    private readonly KeyedRig _rig = new();

    public SlidingWindowHandlerTests() =>
        _rig.Invoke = payload => _rig.Slides(TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(5)).FunctionHandler(payload, _rig.Context());

    [Fact]
    public async Task A_record_is_in_each_window_that_is_open_at_its_time()
    {
        await _rig.RunAsync("a 7", "a 12", "b 31");

        Assert.Equal(["a -5-10: 7", "a 0-15: 12,7", "a 10-25: 12", "a 5-20: 12,7"], _rig.Seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_window_has_its_first_moment_and_not_its_last()
    {
        await _rig.RunAsync("a 5", "a 100");

        Assert.Equal(["a -5-10: 5", "a 0-15: 5", "a 5-20: 5"], _rig.Seen.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(LateRecords.Include, "a -5-10: 6 late|a -5-10: 9|a 0-15: 6,9", 0)]
    [InlineData(LateRecords.Drop, "a -5-10: 9|a 0-15: 6,9", 0)]
    [InlineData(LateRecords.Send, "a -5-10: 9|a 0-15: 6,9", 1)]
    public async Task A_record_that_is_late_for_some_of_its_windows_counts_in_the_others(LateRecords late, string expected, int sent)
    {
        _rig.LatePolicy = late;
        await _rig.RunAsync("a 9", "a 11", "a 6", "a 15.5");

        Assert.Equal(expected.Split('|'), _rig.Seen.Select(seen => seen.Replace("11,", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Take(expected.Split('|').Length));
        Assert.Equal(sent, _rig.Late.Received.Count);
    }

    [Fact]
    public async Task A_step_as_long_as_the_window_makes_tumbling_windows()
    {
        _rig.Invoke = payload => _rig.Slides(TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10)).FunctionHandler(payload, _rig.Context());

        await _rig.RunAsync("a 1", "a 9", "a 10", "a 35");

        Assert.Equal(["a 0-10: 1,9", "a 10-20: 10"], _rig.Seen);
    }

    [Fact]
    public async Task A_sweep_closes_the_last_windows()
    {
        await _rig.RunAsync("a 7");
        _rig.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(3, await _rig.Slides(TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(5)).SweepAsync(default));
        Assert.Equal(3, _rig.Seen.Count);
    }

    [Fact]
    public void A_step_that_is_too_small_or_too_large_is_a_mistake()
    {
        Assert.Throws<OptionsException>(() => _rig.Slides(TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(11)));
        Assert.Throws<OptionsException>(() => _rig.Slides(TimeSpan.FromMinutes(10), TimeSpan.Zero));
        var error = Assert.Throws<OptionsException>(() => _rig.Slides(TimeSpan.FromMinutes(101), TimeSpan.FromMinutes(1)));
        Assert.Equal("SlidingWindowOptions: Step must be more than zero, at most Size and at least a hundredth of it, but they are 00:01:00 and 01:41:00.", error.Message);
    }
}
