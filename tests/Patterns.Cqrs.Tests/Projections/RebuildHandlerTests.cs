using Patterns.Cqrs.Tests.Aggregates;
using static Patterns.Cqrs.Tests.Projections.RebuildSteps;

namespace Patterns.Cqrs.Tests.Projections;

public sealed class RebuildHandlerTests
{
    private readonly ViewsUnderTest _views = new();

    [Fact]
    public async Task The_function_rebuilds_until_its_time_is_up_and_says_how_far_it_came()
    {
        await StartAsync(_views);
        var function = new Rebuild(_views.Projector(null, 1, 2));

        Assert.StartsWith("""{"isDone":false,"aggregates":""", await InvokeAsync(function, """{"view":"totals","version":2}""", TimeSpan.FromSeconds(4)));
        Assert.Equal("""{"isDone":true,"aggregates":2}""", await InvokeAsync(function, """{"view":"totals","version":2}""", TimeSpan.FromSeconds(60)));
        Assert.Equal("""{"isDone":true,"aggregates":0}""", await InvokeAsync(function, """{"view":"totals","version":1,"action":"delete"}""", TimeSpan.FromSeconds(60)));
        await Assert.ThrowsAsync<ArgumentException>(() => InvokeAsync(function, """{"view":"totals"}""", TimeSpan.FromSeconds(60)));
        await Assert.ThrowsAsync<ArgumentException>(() => InvokeAsync(function, """{"view":"totals","version":2,"action":"x"}""", TimeSpan.FromSeconds(60)));
    }

    private async Task<string> InvokeAsync(Rebuild function, string input, TimeSpan timeout)
    {
        using var reader = new StreamReader(await function.FunctionHandler(Events.Direct(input), new FakeLambdaContext(timeout, _views.Bank.Time)));
        return await reader.ReadToEndAsync();
    }

    private sealed class Rebuild(Projector<StoredEvent<AccountEvent>> projector) : RebuildHandler<StoredEvent<AccountEvent>>(projector);
}
