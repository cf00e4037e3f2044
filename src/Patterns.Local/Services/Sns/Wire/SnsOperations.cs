using Patterns.Local.Services.Sns.Wire.Operations;

namespace Patterns.Local.Services.Sns.Wire;

/// <summary>The operations that the runner has.</summary>
internal static class SnsOperations
{
    private static readonly Dictionary<string, ISnsOperation> ByName = new ISnsOperation[]
    {
        new CreateTopic(),
        new DeleteTopic(),
        new ListTopics(),
        new GetTopicAttributes(),
        new SetTopicAttributes(),
        new Subscribe(),
        new Unsubscribe(),
        new ConfirmSubscription(),
        new ListSubscriptions(),
        new ListSubscriptionsByTopic(),
        new GetSubscriptionAttributes(),
        new SetSubscriptionAttributes(),
        new Publish(),
        new PublishBatch(),
        new TagResource(),
        new UntagResource(),
        new ListTagsForResource(),
        new AddPermission(),
        new RemovePermission(),
    }.ToDictionary(operation => operation.Name);

    /// <exception cref="AwsException">The runner does not have the operation.</exception>
    public static ISnsOperation Find(string name) =>
        ByName.GetValueOrDefault(name) ?? throw AwsException.UnknownOperation("SNS", name);
}
