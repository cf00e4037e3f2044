using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.SQS.Model;

namespace Amazon.SQS.Internal;

/// <summary>Refuses messages that were damaged on their way.</summary>
internal sealed class ValidationResponseHandler : PipelineHandler
{
    public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        var response = await base.InvokeAsync<T>(executionContext).ConfigureAwait(false);
        Check(executionContext.RequestContext.OriginalRequest, executionContext.ResponseContext.Response);
        return response;
    }

    private static void Check(AmazonWebServiceRequest request, AmazonWebServiceResponse response)
    {
        switch (request, response)
        {
            case (_, ReceiveMessageResponse received):
                received.Messages?.ForEach(CheckReceived);
                break;
            case (SendMessageRequest send, SendMessageResponse sent):
                CheckBody(send.MessageBody, sent.MD5OfMessageBody, sent.MessageId);
                CheckAttributes(send.MessageAttributes, sent.MD5OfMessageAttributes, sent.MessageId);
                break;
            case (SendMessageBatchRequest batch, SendMessageBatchResponse sent):
                sent.Successful?.ForEach(result => CheckSent(batch, result));
                break;
            default:
                break;
        }
    }

    private static void CheckReceived(Message message)
    {
        CheckBody(message.Body, message.MD5OfBody, message.MessageId);
        CheckAttributes(message.MessageAttributes, message.MD5OfMessageAttributes, message.MessageId);
    }

    private static void CheckSent(SendMessageBatchRequest batch, SendMessageBatchResultEntry result)
    {
        var entry = batch.Entries.Find(candidate => candidate.Id == result.Id);
        CheckBody(entry?.MessageBody, result.MD5OfMessageBody, result.MessageId);
        CheckAttributes(entry?.MessageAttributes, result.MD5OfMessageAttributes, result.MessageId);
    }

    private static void CheckBody(string body, string digest, string messageId)
    {
        if (!string.IsNullOrEmpty(body) && !string.IsNullOrEmpty(digest) && !MessageDigest.Matches(body, digest))
        {
            throw new AmazonSQSException($"The MD5 digest of the body of message {messageId} does not match.");
        }
    }

    private static void CheckAttributes(Dictionary<string, MessageAttributeValue> attributes, string digest, string messageId)
    {
        if (attributes is { Count: > 0 } && !string.IsNullOrEmpty(digest) && !MessageDigest.Matches(attributes, digest))
        {
            throw new AmazonSQSException($"The MD5 digest of the attributes of message {messageId} does not match.");
        }
    }
}
