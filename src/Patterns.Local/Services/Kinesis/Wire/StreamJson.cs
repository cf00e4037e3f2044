using System.Text.Json;
using Patterns.Local.Services.Kinesis.Storage;

namespace Patterns.Local.Services.Kinesis.Wire;

/// <summary>How requests and answers describe streams.</summary>
internal static class StreamJson
{
    private const string OnDemand = "ON_DEMAND";
    private const string Provisioned = "PROVISIONED";

    /// <summary>What every description and summary begins with.</summary>
    public static void WriteHead(Utf8JsonWriter json, KinesisStream stream)
    {
        json.WriteString("StreamName"u8, stream.Name);
        json.WriteString("StreamARN"u8, stream.Arn);
        json.WriteString("StreamStatus"u8, "ACTIVE"u8);
        json.WriteStartObject("StreamModeDetails"u8);
        json.WriteString("StreamMode"u8, stream.Mode == StreamMode.OnDemand ? OnDemand : Provisioned);
        json.WriteEndObject();
        json.WriteNumber("StreamCreationTimestamp"u8, stream.CreatedAt.ToUnixTimeMilliseconds() / 1000.0);
    }

    /// <summary>What descriptions have beside the head.</summary>
    public static void WriteDetails(Utf8JsonWriter json, KinesisStream stream)
    {
        json.WriteNumber("RetentionPeriodHours"u8, stream.RetentionHours);
        json.WriteStartArray("EnhancedMonitoring"u8);
        json.WriteStartObject();
        json.WriteStartArray("ShardLevelMetrics"u8);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteString("EncryptionType"u8, "NONE"u8);
    }

    /// <summary>The mode that a request asks for; null when it says nothing about it.</summary>
    public static StreamMode? ReadMode(KinesisInput input)
    {
        if (input.Object("StreamModeDetails") is not { } details)
        {
            return null;
        }

        var mode = details.Text("StreamMode") ?? throw KinesisErrors.Missing("streamModeDetails.streamMode");
        Constraints.CheckOneOf(mode, "streamModeDetails.streamMode", Provisioned, OnDemand);
        return mode == OnDemand ? StreamMode.OnDemand : StreamMode.Provisioned;
    }
}
