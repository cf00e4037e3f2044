using Amazon.SQS;
using Amazon.SQS.Model;

namespace FanIn.Functions;

/// <summary>Wakes the sweep when a request's time is up: a message that nobody sees before.</summary>
public sealed class RequestTimer(IAmazonSQS sqs, string queueUrl)
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(1);

    public async Task StartAsync(string requestId, TimeSpan wait, CancellationToken cancellationToken)
    {
        var tick = new SendMessageRequest(queueUrl, requestId) { DelaySeconds = (int)(wait + Margin).TotalSeconds };
        await sqs.SendMessageAsync(tick, cancellationToken);
    }
}
