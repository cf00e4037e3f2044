using System.Collections.Frozen;

namespace Patterns.Local.Services.DynamoDb.Operations;

/// <summary>Every operation of the API that is emulated, by name.</summary>
internal static class DynamoDbOperations
{
    private static readonly FrozenDictionary<string, IDynamoDbOperation> ByName = new IDynamoDbOperation[]
    {
        new BatchGetItem(), new BatchWriteItem(), new CreateTable(), new DeleteItem(), new DeleteTable(), new DescribeContinuousBackups(),
        new DescribeEndpoints(), new DescribeLimits(), new DescribeTable(), new DescribeTimeToLive(), new GetItem(), new ListTables(),
        new ListTagsOfResource(), new PutItem(), new Query(), new Scan(), new TagResource(), new TransactGetItems(), new TransactWriteItems(),
        new UntagResource(), new UpdateItem(), new UpdateTable(), new UpdateTimeToLive(),
    }.ToFrozenDictionary(operation => operation.Name);

    private static readonly FrozenSet<string> PartiQl =
        new[] { "BatchExecuteStatement", "ExecuteStatement", "ExecuteTransaction" }.ToFrozenSet();

    public static IEnumerable<string> Names => ByName.Keys;

    /// <exception cref="AwsException">There is no such operation here.</exception>
    public static IDynamoDbOperation Find(ReadOnlySpan<char> name) =>
        ByName.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var operation) ? operation : throw Unknown(name.ToString());

    private static AwsException Unknown(string name) => PartiQl.Contains(name)
        ? new AwsException("UnknownOperationException", $"The operation {name} of DynamoDB is not emulated here: PartiQL statements are not; use the operations on items.")
        : AwsException.UnknownOperation("DynamoDB", name);
}
