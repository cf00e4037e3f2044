using Patterns.Local.Services.Dispatching;
using Patterns.Local.Services.EventBridge.Buses;
using Patterns.Local.Services.EventBridge.Events;
using Patterns.Local.Services.EventBridge.Rules;

namespace Patterns.Local.Services.EventBridge;

/// <summary>Buses, rules and their targets, without HTTP.</summary>
/// <remarks>Thread-safe. Sending returns once each event has been handed to the targets that take it at once; retries go on behind it.</remarks>
internal sealed class EventBridgeService : IAsyncDisposable
{
    private readonly Dispatcher _dispatcher;
    private readonly EventRouter _router;

    /// <param name="aws">Names and clock.</param>
    /// <param name="targets">Reaches what rules send to.</param>
    /// <param name="notice">Told what a developer should know: events that no rule matches, and events that are lost.</param>
    /// <param name="random">The chance in the waits between attempts.</param>
    public EventBridgeService(AwsEnvironment aws, IDeliveryTargets targets, Action<string> notice, Random? random = null)
    {
        Aws = aws;
        _dispatcher = new Dispatcher(targets, aws.Time, random ?? Random.Shared, notice);
        _router = new EventRouter(aws, _dispatcher, notice);
        Buses = new BusRegistry(aws);
        Rules = new RuleBook(aws, targets, _router.SendTick);
    }

    public AwsEnvironment Aws { get; }

    public BusRegistry Buses { get; }

    public RuleBook Rules { get; }

    /// <summary>Sends events; each entry has its own outcome. As in the service, an event for a bus that is not there gets an id and is gone.</summary>
    /// <exception cref="AwsException">The request as a whole breaks a rule, and nothing is sent.</exception>
    public IReadOnlyList<PutResult> Put(IReadOnlyList<PutEntry> entries)
    {
        EntryRules.Check(entries);
        return [.. entries.Select(Put)];
    }

    /// <summary>Sends an event that another service makes.</summary>
    /// <exception cref="AwsException">There is no such bus, or the detail is no JSON object.</exception>
    public void Put(string busArn, EventHeader header, string detail)
    {
        var bus = Buses.Get(busArn);
        var (id, time) = header.Forwarded ?? (RandomId.New().ToString("D"), Aws.Time.GetUtcNow());
        var entry = new PutEntry { Source = header.Source, DetailType = header.DetailType, Detail = detail };
        if (EntryRules.ErrorOf(entry, out var json) is { ErrorCode: "MalformedDetail" } error)
        {
            throw EventBridgeErrors.Validation(error.ErrorMessage!);
        }

        _router.Route(bus, new BusEvent(Aws, header, time, json, id));
    }

    /// <summary>Makes the tick of a scheduled rule at once; the next one is due when it would have been.</summary>
    public void Tick(Rule rule) => _router.SendTick(rule, Aws.Time.GetUtcNow());

    /// <summary>Completes when everything has arrived or is given up, retries included.</summary>
    public Task WhenIdleAsync() => _dispatcher.WhenIdleAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var rule in Buses.All.SelectMany(bus => bus.Rules.Values))
        {
            rule.Dispose();
        }

        await _dispatcher.DisposeAsync().ConfigureAwait(false);
    }

    private PutResult Put(PutEntry entry)
    {
        if (EntryRules.ErrorOf(entry, out var detail) is { } error)
        {
            return error;
        }

        var header = new EventHeader(entry.Source!, entry.DetailType!) { Resources = entry.Resources };
        var item = new BusEvent(Aws, header, entry.Time ?? Aws.Time.GetUtcNow(), detail);
        if (Buses.Find(entry.Bus) is { } bus)
        {
            _router.Route(bus, item);
        }
        else
        {
            _router.Lost(entry.Bus!, item);
        }

        return new PutResult(item.Id);
    }
}
