using Patterns.Local.Services.EventBridge;
using Patterns.Local.Services.EventBridge.Events;
using Patterns.Local.Services.StepFunctions.Data;
using Patterns.Local.Services.StepFunctions.Interpreter;

namespace Patterns.Local.Services.StepFunctions.Integrations;

/// <summary><c>events:putEvents</c>: each event also names the execution and its state machine, and one that fails fails the task.</summary>
internal sealed class PutEvents(EventBridgeService events) : IIntegration
{
    public Task<JsonData> RequestAsync(IntegrationRequest request, CancellationToken cancellationToken)
    {
        if (request.Read().Find("Entries") is not ArrayData entries)
        {
            throw IntegrationException.Runtime("The parameter 'Entries' must be a list.");
        }

        try
        {
            var results = events.Put([.. entries.Items.Select(entry => Entry(entry, request))]);
            var response = Response(results);
            return results.Any(result => result.ErrorCode is not null)
                ? throw new IntegrationException(new StatesError("EventBridge.FailedEntry", response.ToString()))
                : Task.FromResult<JsonData>(ResponseMetadata.AddTo(response));
        }
        catch (AwsException error)
        {
            throw ServiceFailure.Of(error, "EventBridge", "AmazonEventBridge", "AmazonEventBridgeException");
        }
    }

    private static PutEntry Entry(JsonData entry, IntegrationRequest request)
    {
        var parts = entry is ObjectData members ? new ParameterReader(members) : throw IntegrationException.Runtime("Each of the 'Entries' must be an object.");
        var resources = parts.Find("Resources") as ArrayData ?? ArrayData.Empty;
        return new PutEntry
        {
            Bus = parts.Text("EventBusName"),
            Source = parts.Text("Source"),
            DetailType = parts.Text("DetailType"),
            Detail = parts.TextOrJson("Detail"),
            Resources = [.. resources.Items.Select(resource => ParameterReader.AsText(resource)!), request.Execution.Arn, request.Execution.Machine.Arn],
            Time = Time(parts.Text("Time")),
        };
    }

    private static DateTimeOffset? Time(string? text)
    {
        if (text is null)
        {
            return null;
        }

        return DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw IntegrationException.Runtime("The parameter 'Time' is no time.");
    }

    private static ObjectData Response(IReadOnlyList<PutResult> results) => ObjectData.Of(
        ("Entries", new ArrayData([.. results.Select(Result)])),
        ("FailedEntryCount", new NumberData((long)results.Count(result => result.ErrorCode is not null))));

    private static ObjectData Result(PutResult result) => result.EventId is { } id
        ? ObjectData.Of(("EventId", new TextData(id)))
        : ObjectData.Of(("ErrorCode", new TextData(result.ErrorCode ?? "")), ("ErrorMessage", new TextData(result.ErrorMessage ?? "")));
}
