using System.Collections.Concurrent;
using System.Text.Json;
using Patterns.Local.Services.Dispatching;
using Patterns.Local.Services.EventBridge.Buses;
using Patterns.Local.Services.EventBridge.Events;
using Patterns.Local.Services.EventBridge.Rules;

namespace Patterns.Local.Services.EventBridge;

/// <summary>Matches events with the rules of their bus and sends them to the targets.</summary>
internal sealed class EventRouter(AwsEnvironment aws, Dispatcher dispatcher, Action<string> notice)
{
    private const int MostKindsNoticed = 100;

    private static readonly JsonElement s_nothing = JsonElement.Parse("{}");

    private readonly ConcurrentDictionary<(string Bus, string Source, string DetailType), bool> _noticed = new();

    public void Route(EventBus bus, BusEvent item)
    {
        var isMatched = false;
        foreach (var rule in bus.Rules.Values)
        {
            if (rule.Matches(item))
            {
                isMatched = true;
                Send(rule, item);
            }
        }

        bus.Counts.Add(isMatched);
        if (!isMatched)
        {
            Notice(bus.Name, item, $"No rule of the bus {bus.Name} matches");
        }
    }

    /// <summary>Says that an event went to a bus that is not there.</summary>
    public void Lost(string bus, BusEvent item) => Notice(bus, item, $"There is no bus {bus}: nobody gets");

    /// <summary>Makes the event of a scheduled rule, which goes to that rule's targets only.</summary>
    public void SendTick(Rule rule, DateTimeOffset due)
    {
        var header = new EventHeader("aws.events", "Scheduled Event") { Resources = [rule.Arn] };
        Send(rule, new BusEvent(aws, header, due, s_nothing));
    }

    private void Send(Rule rule, BusEvent item)
    {
        foreach (var target in rule.Targets.Values)
        {
            // An event that came from another bus goes on to no third one: so do events end that go in circles.
            if (!(item.IsForwarded && target.IsBus))
            {
                dispatcher.Send(new RuleDispatch(item, rule, target) { TargetArn = target.Arn, Policy = target.Retries, DeadLetterArn = target.DeadLetterArn });
            }
        }
    }

    // Once for each kind of event.
    private void Notice(string bus, BusEvent item, string what)
    {
        if (_noticed.Count < MostKindsNoticed && _noticed.TryAdd((bus, item.Header.Source, item.Header.DetailType), true))
        {
            notice($"{what} the event '{item.Header.DetailType}' of '{item.Header.Source}'. Further ones of this kind are only counted.");
        }
    }
}
