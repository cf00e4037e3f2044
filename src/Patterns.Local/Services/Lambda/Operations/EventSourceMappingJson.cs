using System.Text.Json;
using Patterns.Local.Services.Lambda.Mappings;
using Patterns.Local.Services.Lambda.Wire;

namespace Patterns.Local.Services.Lambda.Operations;

/// <summary>Reads and writes event source mappings.</summary>
internal static class EventSourceMappingJson
{
    private static readonly string[] s_notEmulated = ["ProvisionedPollerConfig", "SelfManagedEventSource", "SourceAccessConfigurations", "AmazonManagedKafkaEventSourceConfig", "DocumentDBEventSourceConfig"];

    /// <summary>What the request names replaces what <paramref name="old"/> has.</summary>
    /// <exception cref="AwsException">A value is malformed, or a setting is not emulated.</exception>
    public static EventSourceMappingSettings Read(LambdaInput input, EventSourceMappingSettings old)
    {
        foreach (var name in s_notEmulated)
        {
            if (input.Has(name))
            {
                throw LambdaErrors.InvalidParameter($"The setting {name} of event source mappings is not emulated here.");
            }
        }

        return old with
        {
            BatchSize = input.Number("BatchSize") ?? old.BatchSize,
            BatchingWindow = input.Number("MaximumBatchingWindowInSeconds") is { } window ? TimeSpan.FromSeconds(window) : old.BatchingWindow,
            Filters = input.Object("FilterCriteria") is { } criteria ? Patterns(criteria) : old.Filters,
            ReportsBatchItemFailures = ResponseTypes(input)?.Contains("ReportBatchItemFailures") ?? old.ReportsBatchItemFailures,
            MaximumConcurrency = input.Object("ScalingConfig") is { } scaling ? scaling.Number("MaximumConcurrency") : old.MaximumConcurrency,
            Stream = StreamMappingJson.Read(input, old.Stream),
            IsEnabled = input.Flag("Enabled") ?? old.IsEnabled,
        };
    }

    public static Task AnswerAsync(LambdaCall call, int status, EventSourceMapping mapping, string? state = null) =>
        call.AnswerAsync(status, json => Write(json, mapping, state ?? mapping.State));

    public static void Write(Utf8JsonWriter json, EventSourceMapping mapping, string state)
    {
        var settings = mapping.Settings;
        json.WriteStartObject();
        json.WriteString("UUID", mapping.Id);
        json.WriteString("EventSourceArn", settings.EventSourceArn);
        json.WriteString("FunctionArn", settings.Function.Arn);
        json.WriteNumber("BatchSize", settings.BatchSize ?? 0);
        json.WriteNumber("MaximumBatchingWindowInSeconds", (int)settings.BatchingWindow.TotalSeconds);
        WriteFilters(json, settings);
        json.WriteStartArray("FunctionResponseTypes");
        if (settings.ReportsBatchItemFailures)
        {
            json.WriteStringValue("ReportBatchItemFailures");
        }

        json.WriteEndArray();
        WriteScaling(json, settings);
        StreamMappingJson.Write(json, settings.Stream);
        json.WriteNumber("LastModified", mapping.LastModified.ToUnixTimeMilliseconds() / 1000.0);
        json.WriteString("LastProcessingResult", mapping.Source?.LastProcessingResult ?? "No records processed");
        json.WriteString("State", state);
        json.WriteString("StateTransitionReason", "USER_INITIATED");
        json.WriteEndObject();
    }

    private static IReadOnlyList<string> Patterns(LambdaInput criteria) =>
        criteria.List("Filters", filter => new LambdaInput(filter).Text("Pattern") ?? "{}") ?? [];

    private static IReadOnlyList<string>? ResponseTypes(LambdaInput input)
    {
        var types = input.List("FunctionResponseTypes", type => type.ToString());
        foreach (var type in types ?? [])
        {
            if (type != "ReportBatchItemFailures")
            {
                throw LambdaErrors.Validation(type, "functionResponseTypes", "Member must satisfy enum value set: [ReportBatchItemFailures]");
            }
        }

        return types;
    }

    private static void WriteFilters(Utf8JsonWriter json, EventSourceMappingSettings settings)
    {
        if (settings.Filters.Count == 0)
        {
            return;
        }

        json.WriteStartObject("FilterCriteria");
        json.WriteStartArray("Filters");
        foreach (var pattern in settings.Filters)
        {
            json.WriteStartObject();
            json.WriteString("Pattern", pattern);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteScaling(Utf8JsonWriter json, EventSourceMappingSettings settings)
    {
        if (settings.MaximumConcurrency is { } maximum)
        {
            json.WriteStartObject("ScalingConfig");
            json.WriteNumber("MaximumConcurrency", maximum);
            json.WriteEndObject();
        }
    }
}
