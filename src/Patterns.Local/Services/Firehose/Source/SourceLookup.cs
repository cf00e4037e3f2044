using Patterns.Local.Services.Firehose.Settings;
using Patterns.Local.Services.Kinesis;
using Patterns.Local.Services.Kinesis.Storage;

namespace Patterns.Local.Services.Firehose.Source;

/// <summary>Finds the Kinesis stream that a new delivery stream is to read. Streams are active as soon as they exist.</summary>
internal sealed class SourceLookup(AwsEnvironment aws, KinesisService kinesis)
{
    /// <exception cref="AwsException">There is no such stream, or it is of another account or Region.</exception>
    public KinesisStream Find(SourceSettings source)
    {
        if (source.StreamArn.Split(':') is not ["arn", _, "kinesis", var region, var account, var resource] || resource.Split('/') is not ["stream", { Length: > 0 } name])
        {
            throw FirehoseErrors.InvalidArgument($"{source.StreamArn} is not the ARN of a Kinesis stream.");
        }

        if (region != aws.Region || account != aws.AccountId)
        {
            throw FirehoseErrors.NotEmulated($"The source {source.StreamArn} of another account or Region");
        }

        return kinesis.FindByArn(source.StreamArn) ?? throw FirehoseErrors.InvalidArgument($"Stream {name} under account {account} not found.");
    }
}
