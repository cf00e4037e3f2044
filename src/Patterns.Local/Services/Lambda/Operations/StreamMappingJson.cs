using System.Text.Json;
using Patterns.Local.Services.Lambda.Mappings;
using Patterns.Local.Services.Lambda.Wire;

namespace Patterns.Local.Services.Lambda.Operations;

/// <summary>Reads and writes what mappings of streams have beside the settings of all mappings.</summary>
internal static class StreamMappingJson
{
    /// <summary>What the request names replaces what <paramref name="old"/> has.</summary>
    public static StreamMappingSettings Read(LambdaInput input, StreamMappingSettings old) => old with
    {
        ParallelizationFactor = input.Number("ParallelizationFactor") ?? old.ParallelizationFactor,
        MaximumRetryAttempts = input.Number("MaximumRetryAttempts") ?? old.MaximumRetryAttempts,
        MaximumRecordAge = Seconds(input, "MaximumRecordAgeInSeconds") ?? old.MaximumRecordAge,
        BisectsBatchOnFunctionError = input.Flag("BisectBatchOnFunctionError") ?? old.BisectsBatchOnFunctionError,
        TumblingWindow = Seconds(input, "TumblingWindowInSeconds") ?? old.TumblingWindow,
        OnFailure = input.Object("DestinationConfig") is { } destinations ? Destination(destinations) : old.OnFailure,
    };

    /// <summary>Reads where a new mapping begins, which cannot be changed later.</summary>
    public static StreamMappingSettings ReadStart(LambdaInput input, StreamMappingSettings settings) => settings with
    {
        StartingPosition = input.Text("StartingPosition"),
        StartingPositionTimestamp = input.Time("StartingPositionTimestamp"),
    };

    /// <summary>Writes nothing for a mapping of something else.</summary>
    public static void Write(Utf8JsonWriter json, StreamMappingSettings settings)
    {
        if (settings == StreamMappingSettings.None)
        {
            return;
        }

        json.WriteString("StartingPosition", settings.StartingPosition);
        if (settings.StartingPositionTimestamp is { } time)
        {
            json.WriteNumber("StartingPositionTimestamp", time.ToUnixTimeMilliseconds() / 1000.0);
        }

        json.WriteNumber("ParallelizationFactor", settings.ParallelizationFactor ?? 1);
        json.WriteNumber("MaximumRetryAttempts", settings.MaximumRetryAttempts ?? -1);
        json.WriteNumber("MaximumRecordAgeInSeconds", (int)(settings.MaximumRecordAge?.TotalSeconds ?? -1));
        json.WriteBoolean("BisectBatchOnFunctionError", settings.BisectsBatchOnFunctionError ?? false);
        json.WriteNumber("TumblingWindowInSeconds", (int)(settings.TumblingWindow?.TotalSeconds ?? 0));
        WriteDestination(json, settings.OnFailure);
    }

    private static TimeSpan? Seconds(LambdaInput input, string name) => input.Number(name) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    private static string? Destination(LambdaInput destinations)
    {
        if (destinations.Object("OnSuccess")?.Text("Destination") is not null)
        {
            throw LambdaErrors.InvalidParameter("Unsupported DestinationConfig parameter for given event source mapping type: OnSuccess.");
        }

        return destinations.Object("OnFailure")?.Text("Destination") is { Length: > 0 } target ? target : null;
    }

    private static void WriteDestination(Utf8JsonWriter json, string? onFailure)
    {
        json.WriteStartObject("DestinationConfig");
        json.WriteStartObject("OnFailure");
        if (onFailure is not null)
        {
            json.WriteString("Destination", onFailure);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
