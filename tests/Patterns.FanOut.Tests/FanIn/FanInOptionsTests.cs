using Patterns.FanIn;

namespace Patterns.FanOut.Tests.FanIn;

public sealed class FanInOptionsTests
{
    [Fact]
    public void A_store_has_defaults()
    {
        var options = new FanInStore(new InMemoryTable()).Options;

        Assert.Equal("fan-in", options.Name);
        Assert.Equal(TimeSpan.FromHours(1), options.Timeout);
        Assert.Equal(TimeSpan.FromDays(14), options.Retention);
        Assert.Equal(FanInTimers.Sweep, options.Timers);
        Assert.Equal(4, options.TimerShards);
        Assert.Equal(TimeSpan.FromMinutes(1), options.ResumeAfter);
        Assert.Same(TimeProvider.System, options.Time);
    }

    [Fact]
    public void A_fan_in_has_defaults()
    {
        var options = new FanInOptions<Quote> { Store = new FanInStore(new InMemoryTable()), Results = new InMemoryDestination() };

        Assert.Null(options.Correlation);
        Assert.Null(options.PartId);
        Assert.Null(options.Expected);
        Assert.Null(options.Opening);
        Assert.Null(options.IsComplete);
        Assert.Null(options.LateParts);
        Assert.Null(options.Type);
        Assert.Null(options.Source);
        Assert.Equal(FanInOrder.PartId, options.Order);
        Assert.Equal(5, options.Outbound.MaxAttempts);
    }

    [Fact]
    public void Mistakes_of_the_store_are_listed_together()
    {
        var exception = Assert.Throws<OptionsException>(() => new FanInStore(new InMemoryTable(), new FanInStoreOptions
        {
            Name = "a/b",
            Timeout = TimeSpan.Zero,
            Timers = (FanInTimers)7,
            TimerShards = 0,
            Time = null!,
        }));

        Assert.Equal(
            "FanInStoreOptions: Name must have 1 to 100 characters and no '/', but is 'a/b'. "
            + "Timeout, Retention and ResumeAfter must be more than zero, but are 00:00:00, 14.00:00:00 and 00:01:00. "
            + "Timers must be one of its values, but is 7. TimerShards must be from 1 to 100, but is 0. Time must not be null.",
            exception.Message);
    }

    [Fact]
    public void Mistakes_of_the_fan_in_are_listed_together()
    {
        var exception = Assert.Throws<OptionsException>(() => new CollectQuotes(new FanInOptions<Quote> { Store = null!, Results = null!, Order = (FanInOrder)9 }));

        Assert.Equal("FanInOptions: Store, Results and Outbound must not be null. Order must be one of its values, but is 9.", exception.Message);
    }

    [Fact]
    public async Task Mistakes_of_an_opening_are_listed_together()
    {
        var rig = new FanInRig();
        var opening = new FanInOpening { Expected = -1, ExpectedParts = ["a", "a"], Deadline = rig.Time.GetUtcNow() + TimeSpan.FromMinutes(11) };

        var exception = await Assert.ThrowsAsync<OptionsException>(() => rig.Store().OpenAsync("r1", opening, CancellationToken.None));

        Assert.Equal(
            "FanInOpening: Expected must not be negative, but is -1. "
            + "ExpectedParts must name 1 to 1000 distinct parts; give larger numbers, and 0, by Expected. "
            + "Expected is -1, but ExpectedParts names 2; set one of them. "
            + "Deadline must not be later than Timeout (00:10:00) from now, but is 2026-01-02T03:15:05.0000000+00:00.",
            exception.Message);
    }

    [Fact]
    public async Task Names_that_no_item_can_hold_are_a_mistake_of_the_opening()
    {
        var opening = new FanInOpening { ExpectedParts = [.. Enumerable.Range(0, 1000).Select(number => $"{number:d450}")] };

        var exception = await Assert.ThrowsAsync<OptionsException>(() => new FanInRig().Store().OpenAsync("r1", opening, CancellationToken.None));

        Assert.Equal("FanInOpening: ExpectedParts has names of 450000 bytes together; at most 131072 are possible.", exception.Message);
    }

    [Fact]
    public void Aggregates_outlive_the_timers_that_a_table_deletes_late()
    {
        var exception = Assert.Throws<OptionsException>(() => new FanInStore(new InMemoryTable(), new FanInStoreOptions
        {
            Timers = FanInTimers.Expiry,
            Retention = TimeSpan.FromDays(2),
        }));

        Assert.Equal("FanInStoreOptions: Retention must be at least 3.00:00:00 with timers that expire, but is 2.00:00:00.", exception.Message);
    }

    [Fact]
    public async Task A_message_that_opens_with_mistakes_is_hopeless()
    {
        var rig = new FanInRig();
        var message = FanInRig.Message(new Quote("r1", "opening", Opens: -1));

        var outcome = await rig.Process().HandleBatchAsync(RecordBatch.Of("m", System.Text.Encoding.UTF8.GetBytes(message.Body)), new FakeLambdaContext());

        Assert.Equal("FanInOpening: Expected must not be negative, but is -1.", Assert.IsType<NonRetryableException>(Assert.Single(outcome.Failures).Exception).Message);
    }
}
