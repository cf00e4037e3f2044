using Amazon.Lambda.Core;

namespace Patterns.Firehose;

/// <summary>What Firehose says about one record beside its data.</summary>
public sealed class FirehoseRecordContext
{
    internal FirehoseRecordContext(string recordId, ILambdaContext lambda, CancellationToken cancellationToken)
    {
        RecordId = recordId;
        Lambda = lambda;
        CancellationToken = cancellationToken;
    }

    /// <summary>The id that Firehose gave the record for this delivery. A retry of the batch keeps it.</summary>
    public string RecordId { get; }

    /// <summary>When the record arrived at Firehose; null where the event does not say.</summary>
    public DateTimeOffset? ArrivedAt { get; internal init; }

    /// <summary>The delivery stream.</summary>
    public string? DeliveryStreamArn { get; internal init; }

    /// <summary>The Kinesis stream that the record comes from; null for records that were put into the delivery stream directly.</summary>
    public string? SourceStreamArn { get; internal init; }

    /// <summary>What Kinesis says about the record; null for records that were put into the delivery stream directly.</summary>
    public FirehoseKinesisMetadata? Kinesis { get; internal init; }

    /// <summary>The invocation.</summary>
    public ILambdaContext Lambda { get; }

    /// <summary>Cancelled when the reserve of the invocation's time begins.</summary>
    public CancellationToken CancellationToken { get; }
}
