using System.Text.Json;
using Patterns.Local.Services;
using Patterns.Local.Services.EventBridge;
using Patterns.Local.Services.EventBridge.Buses;
using Patterns.Local.Services.EventBridge.Events;
using Patterns.Local.Services.EventBridge.Rules;
using Patterns.Local.Services.Wire;
using Patterns.Local.Tests.Services.Sns;

namespace Patterns.Local.Tests.Services.EventBridge;

public abstract class EventBridgeTestBase : IAsyncLifetime
{
    private protected const string Queue = "arn:aws:sqs:us-east-1:000000000000:q";
    private protected const string DeadLetters = "arn:aws:sqs:us-east-1:000000000000:dlq";
    private protected const string Orders = """{"source":["shop"]}""";

    private protected EventBridgeTestBase() =>
        Events = new EventBridgeService(new AwsEnvironment("us-east-1", "000000000000", Clock), Targets, Notices.Add, new Random(1));

    private protected TestClock Clock { get; } = new();

    private protected FakeTargets Targets { get; } = new();

    private protected List<string> Notices { get; } = [];

    private protected EventBridgeService Events { get; }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await Events.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected Rule Rule(string pattern, string target, string bus = EventBus.DefaultName, string name = "r")
    {
        var rule = Events.Rules.Put(Events.Buses.Get(bus), name, new RuleSettings { PatternText = pattern });
        Events.Rules.PutTargets(rule.Bus, name, [TargetReader.Read(new JsonMembers(JsonElement.Parse(target)))]);
        return rule;
    }

    private protected Rule Rule(string pattern = Orders) => Rule(pattern, $$"""{"Id":"1","Arn":"{{Queue}}"}""");

    private protected PutResult Put(string detail = """{"n":1}""", string? bus = null, string source = "shop", string detailType = "placed") =>
        Events.Put([new PutEntry { Bus = bus, Source = source, DetailType = detailType, Detail = detail }])[0];
}
