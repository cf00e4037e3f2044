using System.Globalization;
using System.Text.Json;
using Patterns.Local.Services.Firehose.Delivery;
using Patterns.Local.Services.Firehose.Settings;
using Patterns.Local.Services.Firehose.Wire;

namespace Patterns.Local.Services.Firehose.Operations;

internal sealed class DescribeDeliveryStream : IFirehoseOperation
{
    public static string TypeOf(DeliverySettings settings) => settings.Source is null ? "DirectPut" : "KinesisStreamAsSource";

    public void Run(FirehoseCall call)
    {
        var stream = call.Service.Find(call.Input.Required("DeliveryStreamName"));
        var json = call.Json;
        json.WriteStartObject("DeliveryStreamDescription");
        json.WriteString("DeliveryStreamName", stream.Settings.Name);
        json.WriteString("DeliveryStreamARN", stream.Arn);
        json.WriteString("DeliveryStreamStatus", "ACTIVE");
        json.WriteString("DeliveryStreamType", TypeOf(stream.Settings));
        json.WriteString("VersionId", "1");
        json.WriteNumber("CreateTimestamp", stream.CreatedAt.ToUnixTimeMilliseconds() / 1000m);
        WriteSource(json, stream);
        json.WriteStartArray("Destinations");
        WriteDestination(json, stream.Settings);
        json.WriteEndArray();
        json.WriteBoolean("HasMoreDestinations", false);
        json.WriteEndObject();
    }

    private static void WriteSource(Utf8JsonWriter json, DeliveryStream stream)
    {
        if (stream.Settings.Source is not { } source)
        {
            return;
        }

        json.WriteStartObject("Source");
        json.WriteStartObject("KinesisStreamSourceDescription");
        json.WriteString("KinesisStreamARN", source.StreamArn);
        json.WriteString("RoleARN", source.RoleArn);
        json.WriteNumber("DeliveryStartTimestamp", stream.CreatedAt.ToUnixTimeMilliseconds() / 1000m);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteDestination(Utf8JsonWriter json, DeliverySettings settings)
    {
        json.WriteStartObject();
        json.WriteString("DestinationId", "destinationId-000000000001");
        json.WriteStartObject("ExtendedS3DestinationDescription");
        json.WriteString("RoleARN", settings.RoleArn);
        json.WriteString("BucketARN", settings.BucketArn);
        json.WriteString("Prefix", settings.Prefix.Text);
        json.WriteString("ErrorOutputPrefix", settings.ErrorPrefix.Text);
        json.WriteStartObject("BufferingHints");
        json.WriteNumber("SizeInMBs", settings.BufferMegabytes);
        json.WriteNumber("IntervalInSeconds", (int)settings.BufferInterval.TotalSeconds);
        json.WriteEndObject();
        json.WriteString("CompressionFormat", settings.IsGzip ? "GZIP" : "UNCOMPRESSED");
        json.WriteString("S3BackupMode", "Disabled");
        WriteProcessing(json, settings.Transform);
        json.WriteStartObject("DynamicPartitioningConfiguration");
        json.WriteBoolean("Enabled", settings.IsPartitioned);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteProcessing(Utf8JsonWriter json, TransformSettings? transform)
    {
        json.WriteStartObject("ProcessingConfiguration");
        json.WriteBoolean("Enabled", transform is not null);
        json.WriteStartArray("Processors");
        if (transform is not null)
        {
            json.WriteStartObject();
            json.WriteString("Type", "Lambda");
            json.WriteStartArray("Parameters");
            WriteParameter(json, "LambdaArn", transform.FunctionArn);
            WriteParameter(json, "NumberOfRetries", transform.Retries.ToString(CultureInfo.InvariantCulture));
            WriteParameter(json, "BufferSizeInMBs", transform.BufferMegabytes.ToString(CultureInfo.InvariantCulture));
            WriteParameter(json, "BufferIntervalInSeconds", transform.BufferInterval.TotalSeconds.ToString(CultureInfo.InvariantCulture));
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteParameter(Utf8JsonWriter json, string name, string value)
    {
        json.WriteStartObject();
        json.WriteString("ParameterName", name);
        json.WriteString("ParameterValue", value);
        json.WriteEndObject();
    }
}
