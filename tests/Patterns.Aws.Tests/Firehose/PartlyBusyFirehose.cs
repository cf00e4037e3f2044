using Amazon.KinesisFirehose;
using Amazon.KinesisFirehose.Model;

namespace Patterns.Aws.Tests.Firehose;

/// <summary>Does not take each second record the first time, with the error codes given.</summary>
internal sealed class PartlyBusyFirehose(params string[] codes) : AmazonKinesisFirehoseClient("id", "secret", Amazon.RegionEndpoint.USEast1)
{
    /// <summary>How many records each request had.</summary>
    public List<int> Requests { get; } = [];

    public override Task<PutRecordBatchResponse> PutRecordBatchAsync(PutRecordBatchRequest request, CancellationToken cancellationToken = default)
    {
        Requests.Add(request.Records.Count);
        var answers = request.Records.Select((_, index) => Answer(index)).ToList();
        return Task.FromResult(new PutRecordBatchResponse { FailedPutCount = answers.Count(answer => answer.ErrorCode is not null), RequestResponses = answers });
    }

    private PutRecordBatchResponseEntry Answer(int index) => Requests.Count == 1 && index % 2 == 1
        ? new PutRecordBatchResponseEntry { ErrorCode = codes[index / 2 % codes.Length], ErrorMessage = "not now" }
        : new PutRecordBatchResponseEntry { RecordId = $"{index}" };
}
