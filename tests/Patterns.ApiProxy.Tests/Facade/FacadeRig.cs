using System.Text.Json;
using Patterns.Facade;
using Patterns.Http;

namespace Patterns.ApiProxy.Tests.Facade;

/// <summary>A facade whose plan a test makes, on a clock that the test moves.</summary>
internal sealed class FacadeRig(FakeTimeProvider time, Action<CallPlan> build, TimeSpan? budget = null, bool onThreadPool = false, string name = "facade")
    : FacadeHandler(new FacadeOptions { Name = name, Time = time, Budget = budget ?? TimeSpan.FromSeconds(2), OnThreadPool = onThreadPool })
{
    public FakeLambdaLogger Log { get; private set; } = new();

    public (FakeReply Reply, TimeSpan Took) Ask(string method = "GET")
    {
        var context = new FakeLambdaContext(TimeSpan.FromSeconds(60), time);
        Log = context.Log;
        var (stream, took) = VirtualTime.Run(time, () => FunctionHandler(ApiEvents.HttpApi(method, "/page"), context));
        return (ApiEvents.Reply(stream), took);
    }

    /// <summary>The names of the parts that are missing, stale or substituted, with their reasons.</summary>
    public static Dictionary<string, string> Reports(FakeReply reply, string list)
    {
        using var document = JsonDocument.Parse(reply.Body);
        return document.RootElement.TryGetProperty(list, out var reports)
            ? reports.EnumerateArray().ToDictionary(report => report.GetProperty("part").GetString()!, report => report.GetProperty("reason").GetString()!)
            : [];
    }

    public Task<Stream> StartAsync() => FunctionHandler(ApiEvents.HttpApi("GET", "/page"), new FakeLambdaContext(TimeSpan.FromSeconds(60), time));

    protected override CallPlan? Plan(ApiRequest request)
    {
        var plan = new CallPlan();
        build(plan);
        return plan.Parts.Count > 0 ? plan : null;
    }
}
