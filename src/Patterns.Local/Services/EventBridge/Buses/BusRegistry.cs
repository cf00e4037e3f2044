using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Patterns.Local.Services.EventBridge.Buses;

/// <summary>The buses of the account; the default one is always there.</summary>
internal sealed partial class BusRegistry
{
    private readonly ConcurrentDictionary<string, EventBus> _buses = new(StringComparer.Ordinal);
    private readonly AwsEnvironment _aws;

    public BusRegistry(AwsEnvironment aws)
    {
        _aws = aws;
        _buses[EventBus.DefaultName] = Bus(EventBus.DefaultName, description: null);
    }

    public IEnumerable<EventBus> All => _buses.Values.OrderBy(bus => bus.Name, StringComparer.Ordinal);

    /// <summary>The bus of a name or ARN; null is the default one.</summary>
    public EventBus? Find(string? nameOrArn) => _buses.GetValueOrDefault(NameIn(nameOrArn));

    /// <exception cref="AwsException">There is no such bus.</exception>
    public EventBus Get(string? nameOrArn) => Find(nameOrArn) ?? throw EventBridgeErrors.BusNotFound(NameIn(nameOrArn));

    /// <exception cref="AwsException">The name is not valid or taken, or there are too many.</exception>
    public EventBus Create(string? name, string? description = null)
    {
        Check(name);
        if (_buses.Count >= EventBridgeLimits.BusesPerRegion)
        {
            throw EventBridgeErrors.LimitExceeded("The requested resource exceeds the maximum number allowed.");
        }

        var bus = Bus(name!, description);
        return _buses.TryAdd(name!, bus) ? bus : throw EventBridgeErrors.BusExists(name!);
    }

    /// <summary>Deletes a bus; one that is not there is no error.</summary>
    /// <exception cref="AwsException">It is the default bus, or has rules.</exception>
    public void Delete(string? name)
    {
        if (NameIn(name) == EventBus.DefaultName)
        {
            throw EventBridgeErrors.Validation("Cannot delete event bus default.");
        }

        if (Find(name) is { } bus)
        {
            if (bus.Rules.Count > 0)
            {
                throw EventBridgeErrors.Validation($"Event bus {bus.Name} can't be deleted since it has rules.");
            }

            _buses.TryRemove(bus.Name, out _);
        }
    }

    private static string NameIn(string? nameOrArn)
    {
        if (string.IsNullOrEmpty(nameOrArn))
        {
            return EventBus.DefaultName;
        }

        return nameOrArn.Split(':', 6) is ["arn", _, "events", _, _, var resource] && resource.Split('/') is ["event-bus", var name] ? name : nameOrArn;
    }

    private static void Check(string? name)
    {
        if (name is null)
        {
            throw EventBridgeErrors.Missing("name");
        }

        if (name.Contains('/', StringComparison.Ordinal))
        {
            throw EventBridgeErrors.Validation("Event bus name must not contain '/'.");
        }

        if (!NamePattern().IsMatch(name))
        {
            throw EventBridgeErrors.Constraint(name, "name", @"Member must satisfy regular expression pattern: [/\.\-_A-Za-z0-9]+");
        }
    }

    private EventBus Bus(string name, string? description) =>
        new(name, _aws.Arn("events", $"event-bus/{name}"), _aws.Time.GetUtcNow()) { Description = description };

    [GeneratedRegex(@"^[.\-_A-Za-z0-9]{1,256}\z", RegexOptions.None, 1000)]
    private static partial Regex NamePattern();
}
