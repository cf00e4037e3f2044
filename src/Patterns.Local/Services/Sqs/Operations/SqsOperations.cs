using System.Collections.Frozen;

namespace Patterns.Local.Services.Sqs.Operations;

/// <summary>Every operation of the API, by name.</summary>
internal static class SqsOperations
{
    private static readonly FrozenDictionary<string, ISqsOperation> ByName = new ISqsOperation[]
    {
        new AddPermission(), new CancelMessageMoveTask(), new ChangeMessageVisibility(), new ChangeMessageVisibilityBatch(), new CreateQueue(),
        new DeleteMessage(), new DeleteMessageBatch(), new DeleteQueue(), new GetQueueAttributes(), new GetQueueUrl(),
        new ListDeadLetterSourceQueues(), new ListMessageMoveTasks(), new ListQueues(), new ListQueueTags(), new PurgeQueue(),
        new ReceiveMessage(), new RemovePermission(), new SendMessage(), new SendMessageBatch(), new SetQueueAttributes(),
        new StartMessageMoveTask(), new TagQueue(), new UntagQueue(),
    }.ToFrozenDictionary(operation => operation.Name);

    public static IEnumerable<string> Names => ByName.Keys;

    /// <exception cref="AwsException">There is no such operation.</exception>
    public static ISqsOperation Find(ReadOnlySpan<char> name) =>
        ByName.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var operation)
            ? operation
            : throw SqsErrors.UnknownOperation(name.ToString());
}
