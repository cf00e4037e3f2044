using System.Text;
using Microsoft.AspNetCore.Http;
using Patterns.Local.Services;
using Patterns.Local.Services.Kinesis;
using Patterns.Local.Services.Kinesis.Storage;

namespace Patterns.Local.Stacks.Targets;

/// <summary>The body is a record.</summary>
internal sealed class StreamTarget(KinesisService kinesis) : IDeliveryTarget
{
    public void Deliver(string arn, Delivery delivery)
    {
        var stream = kinesis.FindByArn(arn) ?? throw KinesisErrors.StreamNotFound(arn[(arn.LastIndexOf('/') + 1)..], kinesis.Aws.AccountId);
        var key = KeyOf(delivery);
        var record = new NewRecord(key, HashKey.Of(key), Encoding.UTF8.GetBytes(delivery.Body));
        var most = stream.MaxRecordKibibytes * 1024;
        if (record.Size > most)
        {
            throw KinesisErrors.Constraint(null, "data", $"Member must have length less than or equal to {most}");
        }

        if (stream.Put(record) is { SequenceNumber: null } refused)
        {
            throw new AwsException(KinesisErrors.ThroughputExceeded, KinesisErrors.RateExceededMessage(stream, refused.ShardId), StatusCodes.Status429TooManyRequests);
        }
    }

    private static string KeyOf(Delivery delivery)
    {
        var key = string.IsNullOrEmpty(delivery.PartitionKey) ? RandomId.New().ToString("D") : delivery.PartitionKey;
        return key.Length <= KinesisLimits.PartitionKeyLength ? key : key[..KinesisLimits.PartitionKeyLength];
    }
}
