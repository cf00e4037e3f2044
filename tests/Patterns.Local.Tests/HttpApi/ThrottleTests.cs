using Patterns.Local.HttpApi;

namespace Patterns.Local.Tests.HttpApi;

public sealed class ThrottleTests
{
    [Fact]
    public async Task A_burst_passes_and_then_as_many_as_the_rate_says()
    {
        var api = Throttled(new Throttle(Rate: 2, Burst: 3));

        Assert.Equal([200, 200, 200, 429, 429], await SendAsync(api, "/a", 5));
        api.Clock.Advance(TimeSpan.FromSeconds(0.5));
        Assert.Equal([200, 429], await SendAsync(api, "/a", 2));
        api.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal([200, 200, 200, 429], await SendAsync(api, "/a", 4));
    }

    [Fact]
    public async Task Each_route_has_a_bucket_of_its_own()
    {
        var api = Throttled(new Throttle(Rate: 1, Burst: 1));

        Assert.Equal([200, 429], await SendAsync(api, "/a", 2));
        Assert.Equal([200, 429], await SendAsync(api, "/b", 2));
    }

    [Fact]
    public async Task A_throttled_client_is_told_so_and_no_function_runs()
    {
        var api = Throttled(new Throttle(Rate: 0, Burst: 0));

        var response = await api.SendAsync("GET", "/a");

        Assert.Equal("""{"message":"Too Many Requests"}""", ApiHarness.BodyOf(response));
        Assert.Empty(api.Invoker.Events);
    }

    private static async Task<List<int>> SendAsync(ApiHarness api, string path, int times)
    {
        var statuses = new List<int>();
        for (var i = 0; i < times; i++)
        {
            statuses.Add((await api.SendAsync("GET", path)).StatusCode);
        }

        return statuses;
    }

    private static ApiHarness Throttled(Throttle throttle)
    {
        var api = new ApiHarness(routes: ["GET /a", "GET /b"]);
        api.Api.Add(new HttpApiStage(HttpApiStage.DefaultName, new Dictionary<string, string>()) { Throttles = new RouteThrottles(_ => throttle, api.Clock) });
        return api;
    }
}
