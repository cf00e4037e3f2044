using System.Text;
using System.Text.Json;
using Amazon.Lambda.KinesisFirehoseEvents;

namespace Patterns.StreamTransform.Tests.Firehose;

/// <summary>Events as Firehose sends them, and replies as the official class reads them.</summary>
internal static class FirehoseRequest
{
    public static MemoryStream Of(params IEnumerable<string> data) => OfBase64(data.Select(text => Convert.ToBase64String(Encoding.UTF8.GetBytes(text))));

    public static MemoryStream OfBase64(params IEnumerable<string> data)
    {
        var records = data.Select((text, index) => $$"""{"recordId":"id-{{index}}","approximateArrivalTimestamp":1767323045000,"data":{{JsonSerializer.Serialize(text)}}}""");
        return Raw($$"""{"invocationId":"i","deliveryStreamArn":"arn:aws:firehose:eu-west-1:111122223333:deliverystream/d","region":"eu-west-1","records":[{{string.Join(',', records)}}]}""");
    }

    public static MemoryStream Visits(params IEnumerable<string> pages) => Of(pages.Select(page => $$"""{"Page":"{{page}}"}"""));

    public static MemoryStream Raw(string json) => new(Encoding.UTF8.GetBytes(json));

    public static IList<KinesisFirehoseResponse.FirehoseRecord> Read(Stream reply) => JsonSerializer.Deserialize<KinesisFirehoseResponse>(reply)!.Records;

    public static string? Text(this KinesisFirehoseResponse.FirehoseRecord record) =>
        record.Base64EncodedData is { } data ? Encoding.UTF8.GetString(Convert.FromBase64String(data)) : null;
}
