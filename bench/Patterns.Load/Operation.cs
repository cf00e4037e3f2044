namespace Patterns.Load;

/// <summary>Values of the header <c>X-Amz-Target</c>.</summary>
internal static class Operation
{
    public const string CreateQueue = "AmazonSQS.CreateQueue";
    public const string DeleteQueue = "AmazonSQS.DeleteQueue";
    public const string GetQueueAttributes = "AmazonSQS.GetQueueAttributes";
    public const string SendMessageBatch = "AmazonSQS.SendMessageBatch";
    public const string ReceiveMessage = "AmazonSQS.ReceiveMessage";
    public const string DeleteMessageBatch = "AmazonSQS.DeleteMessageBatch";
}
