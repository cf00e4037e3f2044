using Patterns.Facade;
using Patterns.Tables;

namespace Patterns.ApiProxy.Tests.Facade;

public sealed class PartCacheTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly InMemoryTable _table;
    private int _calls;
    private Func<PartContext, ValueTask<string>> _load;

    public PartCacheTests()
    {
        _table = new InMemoryTable(time: _time);
        _load = _ => new($"v{_calls}");
    }

    [Fact]
    public void A_fresh_value_is_served_without_asking()
    {
        Assert.Equal("""{"a":"v1","missing":[]}""", Ask());
        _time.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal("""{"a":"v1","missing":[]}""", Ask());
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("""{"a":"v2","missing":[]}""", Ask());
    }

    [Fact]
    public void An_old_value_is_served_with_its_age_when_nobody_answers()
    {
        Ask();
        _time.Advance(TimeSpan.FromSeconds(100));

        _load = _ => throw new HttpRequestException("down");
        Assert.Equal("""{"a":"v1","missing":[],"stale":[{"part":"a","reason":"failed","ageSeconds":100}]}""", Ask());
        _load = _ => new(new TaskCompletionSource<string>().Task);
        Assert.Equal("""{"a":"v1","missing":[],"stale":[{"part":"a","reason":"outOfTime","ageSeconds":100}]}""", Ask());
    }

    [Fact]
    public void A_value_that_is_too_old_is_not_served()
    {
        Ask();
        _time.Advance(TimeSpan.FromMinutes(11));
        _load = _ => throw new HttpRequestException("down");

        Assert.Equal("""{"missing":[{"part":"a","reason":"failed"}]}""", Ask());
    }

    [Fact]
    public void Of_many_who_come_at_once_one_asks()
    {
        _load = async context =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500), _time, context.CancellationToken).ConfigureAwait(false);
            return $"v{_calls}";
        };

        var (replies, _) = VirtualTime.Run(_time, () => Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Rig().StartAsync())));

        Assert.All(replies.Select(ApiEvents.Reply), reply => Assert.Equal("""{"a":"v1","missing":[]}""", reply.Body));
        Assert.Equal(1, _calls);
    }

    [Fact]
    public void While_one_asks_the_others_get_the_old_value_at_once()
    {
        Ask();
        _time.Advance(TimeSpan.FromSeconds(60));
        _load = async context =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500), _time, context.CancellationToken).ConfigureAwait(false);
            return $"v{_calls}";
        };

        var first = Rig();
        var (replies, _) = VirtualTime.Run(_time, () => Task.WhenAll(first.StartAsync(), Rig().StartAsync()));

        Assert.Equal(
            ["""{"a":"v2","missing":[]}""", """{"a":"v1","missing":[],"stale":[{"part":"a","reason":"beingRefreshed","ageSeconds":60}]}"""],
            replies.Select(reply => ApiEvents.Reply(reply).Body));
        Assert.Equal(2, _calls);
    }

    [Fact]
    public void One_who_fails_leaves_the_place_to_the_next()
    {
        _load = _ => _calls == 1 ? throw new InvalidOperationException() : new($"v{_calls}");

        Assert.Equal("""{"missing":[{"part":"a","reason":"failed"}]}""", Ask());
        Assert.Equal("""{"a":"v2","missing":[]}""", Ask());
    }

    [Fact]
    public void One_who_died_leaves_the_place_when_its_time_is_over()
    {
        _load = _ => _calls == 1 ? new(new TaskCompletionSource<string>().Task) : new($"v{_calls}");

        Assert.Equal("""{"missing":[{"part":"a","reason":"outOfTime"}]}""", Ask());
        var (body, took) = AskTimed();

        Assert.Equal("""{"a":"v2","missing":[]}""", body);
        Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromMilliseconds(300));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Without_the_table_everybody_asks(bool stalls)
    {
        var rig = Rig(new BrokenTable(_table, () => true, stalls));

        Assert.Equal("""{"a":"v1","missing":[]}""", rig.Ask().Reply.Body);
        Assert.Equal("""{"a":"v2","missing":[]}""", rig.Ask().Reply.Body);
    }

    [Fact]
    public void A_value_that_is_too_large_is_served_and_not_kept()
    {
        _load = _ => new(new string('x', 400_000));

        Ask();
        Assert.Contains("xxx", Ask());
        Assert.Equal(2, _calls);
    }

    [Fact]
    public async Task A_value_of_another_form_is_loaded_again()
    {
        await _table.PutAsync(
            new TableItem(new("cache#things#key", "value")) { ["value"] = TableValue.From("{}"u8), ["storedAt"] = _time.GetUtcNow().ToUnixTimeMilliseconds() },
            default);

        Assert.Equal("""{"a":"v1","missing":[]}""", Ask());
    }

    [Fact]
    public async Task A_value_of_another_form_is_as_good_as_none_while_another_one_loads()
    {
        await _table.PutAsync(
            new TableItem(new("cache#things#key", "value")) { ["value"] = TableValue.From("{}"u8), ["storedAt"] = _time.GetUtcNow().ToUnixTimeMilliseconds() },
            default);
        _load = async context =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500), _time, context.CancellationToken).ConfigureAwait(false);
            return $"v{_calls}";
        };

        var (replies, _) = VirtualTime.Run(_time, () => Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Rig().StartAsync())));

        Assert.All(replies.Select(ApiEvents.Reply), reply => Assert.Equal("""{"a":"v1","missing":[]}""", reply.Body));
        Assert.Equal(1, _calls);
    }

    [Fact]
    public void Mistakes_in_options_are_all_named_at_once() => Assert.Equal(
        ["Name must have 1 to 200 characters without '#', but is ''.", "Fresh must be positive, but is 00:00:00.", "Stale must not be negative, but is -00:00:01."],
        Assert.Throws<OptionsException>(() => new PartCache(_table, new PartCacheOptions { Name = "", Fresh = TimeSpan.Zero, Stale = TimeSpan.FromSeconds(-1) })).Mistakes);

    private FacadeRig Rig(ITable? table = null)
    {
        var options = new PartOptions<string> { Cache = new PartCache(table ?? _table, new PartCacheOptions { Name = "things" }), MaxAttempts = 1 };
        return new FacadeRig(_time, plan => plan.Add("a", FacadeJson.Default.String, context =>
        {
            _calls++;
            return _load(context);
        }, options, cacheKey: "key"));
    }

    private string Ask() => AskTimed().Body;

    private (string Body, TimeSpan Took) AskTimed()
    {
        var (reply, took) = Rig().Ask();
        return (reply.Body, took);
    }
}
