using Patterns.Local.HttpApi.Authorizers;

namespace Patterns.Local.Tests.HttpApi;

public sealed class AuthorizerCacheTests
{
    private static readonly AuthorizerAnswer s_yes = new(null, true, new LambdaCaller(null, null));

    private readonly TestClock _clock = new();

    [Fact]
    public void The_oldest_answers_go_when_there_are_too_many()
    {
        var cache = new AuthorizerCache(TimeSpan.FromHours(1), _clock);

        for (var i = 0; i < 10_002; i++)
        {
            cache.Keep($"{i}", s_yes);
        }

        Assert.Null(cache.Find("0"));
        Assert.Null(cache.Find("1"));
        Assert.NotNull(cache.Find("2"));
        Assert.NotNull(cache.Find("10001"));
    }

    [Fact]
    public void An_answer_that_was_renewed_is_not_old()
    {
        var cache = new AuthorizerCache(TimeSpan.FromHours(1), _clock);

        cache.Keep("renewed", s_yes);
        _clock.Advance(TimeSpan.FromMinutes(30));
        cache.Keep("renewed", s_yes);
        _clock.Advance(TimeSpan.FromMinutes(45));
        cache.Keep("other", s_yes);

        Assert.NotNull(cache.Find("renewed"));
    }

    [Fact]
    public void An_answer_ends_with_its_time()
    {
        var cache = new AuthorizerCache(TimeSpan.FromHours(1), _clock);
        cache.Keep("a", s_yes);

        _clock.Advance(TimeSpan.FromHours(1));

        Assert.Null(cache.Find("a"));
    }
}
