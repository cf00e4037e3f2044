namespace Patterns.Local.Services.Sns.Publishing;

/// <summary>The outcome of one entry of a batch; exactly one of the two is set.</summary>
internal sealed record PublishBatchResult(string Id, PublishResult? Accepted, AwsException? Refused);
