using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Patterns.Local.Services.Dispatching;
using Patterns.Local.Services.EventBridge;
using Patterns.Local.Services.EventBridge.Buses;
using Patterns.Local.Stacks;

namespace Patterns.Local.Gateway;

/// <summary>
/// What the buses have done, what is on a schedule, and a way to make a tick at once: <c>GET /_patterns/buses</c>,
/// <c>GET /_patterns/schedules</c>, <c>POST /_patterns/schedules/{name}/tick</c>.
/// </summary>
internal sealed class EventsEndpoint(EventBridgeService events, Ticks ticks) : ILocalEndpoint
{
    public const string BusesPath = "/_patterns/buses";
    public const string SchedulesPath = "/_patterns/schedules";
    private const string TickEnding = "/tick";

    /// <summary>Where a tick is made.</summary>
    public static string TickPath(string name) => $"{SchedulesPath}/{Uri.EscapeDataString(name)}{TickEnding}";

    public bool Answers(HttpRequest request) => HttpMethods.IsPost(request.Method)
        ? NameIn(request) is not null
        : HttpMethods.IsGet(request.Method) && request.Path.Value is BusesPath or SchedulesPath;

    public async Task HandleAsync(HttpContext http)
    {
        http.Response.ContentType = "application/json";
        var json = new Utf8JsonWriter(http.Response.BodyWriter);
        await using var _ = json.ConfigureAwait(false);
        json.WriteStartObject();
        if (HttpMethods.IsPost(http.Request.Method))
        {
            WriteTick(json, http.Response, NameIn(http.Request)!);
        }
        else if (http.Request.Path.Value == BusesPath)
        {
            WriteBuses(json);
        }
        else
        {
            WriteSchedules(json);
        }

        json.WriteEndObject();
    }

    private static string? NameIn(HttpRequest request)
    {
        var path = request.Path.Value ?? "";
        return path.StartsWith($"{SchedulesPath}/", StringComparison.Ordinal) && path.EndsWith(TickEnding, StringComparison.Ordinal) && path.Length > SchedulesPath.Length + TickEnding.Length + 1
            ? path[(SchedulesPath.Length + 1)..^TickEnding.Length]
            : null;
    }

    private void WriteTick(Utf8JsonWriter json, HttpResponse response, string name)
    {
        if (ticks.Find(name) is not { } found)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            json.WriteString("message", ticks.All.ToList() is { Count: > 0 } all
                ? $"There is no schedule '{name}'; there are {string.Join(", ", all.Select(tick => tick.Name))}."
                : $"There is no schedule '{name}', nor any other.");
            return;
        }

        found.Run();
        json.WriteString("ticked", found.Name);
    }

    private void WriteBuses(Utf8JsonWriter json)
    {
        json.WriteStartArray("buses");
        foreach (var bus in events.Buses.All)
        {
            json.WriteStartObject();
            json.WriteString("name", bus.Name);
            json.WriteNumber("matched", bus.Counts.Matched);
            json.WriteNumber("unmatched", bus.Counts.Unmatched);
            WriteRules(json, bus);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRules(Utf8JsonWriter json, EventBus bus)
    {
        json.WriteStartArray("rules");
        foreach (var rule in bus.Rules.Values)
        {
            json.WriteStartObject();
            json.WriteString("name", rule.Name);
            json.WriteNumber("delivered", rule.Counts[DispatchEnd.Delivered]);
            json.WriteNumber("deadLettered", rule.Counts[DispatchEnd.DeadLettered]);
            json.WriteNumber("dropped", rule.Counts[DispatchEnd.Dropped]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteSchedules(Utf8JsonWriter json)
    {
        json.WriteStartArray("schedules");
        foreach (var tick in ticks.All)
        {
            json.WriteStartObject();
            json.WriteString("name", tick.Name);
            json.WriteString("arn", tick.Arn);
            json.WriteString("expression", tick.Expression);
            if (tick.Due is { } due)
            {
                json.WriteString("due", due);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
