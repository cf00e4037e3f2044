namespace Patterns.Local.Services.Sqs.Wire;

/// <summary>One request on its way through an operation.</summary>
internal sealed class SqsCall(SqsService service, SqsInput input, SqsAnswer answer, CancellationToken cancellation)
{
    public SqsService Service => service;

    public SqsInput Input => input;

    public SqsAnswer Answer => answer;

    public CancellationToken Cancellation => cancellation;

    /// <summary>The queue that the request names.</summary>
    public SqsQueue Queue => service.Find(input.QueueUrl ?? "");
}
