using Amazon;
using Amazon.DynamoDBv2;
using Patterns.Aws.DynamoDb;
using Patterns.Aws.Internal;
using Patterns.Tables;

namespace Patterns.Aws;

/// <summary>Makes tables on DynamoDB from the name or ARN that a function has in its environment.</summary>
/// <remarks>
/// <para>
/// The table needs a partition key and a sort key, both of type <c>S</c>, and time to live on the expiry attribute where items
/// expire. The credentials come from the environment, as everywhere in the AWS SDK, and the Region from the ARN.
/// </para>
/// <para>
/// The function's role needs, of these, what its code calls: <c>dynamodb:GetItem</c>, <c>BatchGetItem</c>, <c>Query</c>,
/// <c>PutItem</c>, <c>UpdateItem</c>, <c>DeleteItem</c>, <c>BatchWriteItem</c>, and <c>ConditionCheckItem</c> for checks in
/// transactions, whose writes need the permissions of single writes.
/// </para>
/// </remarks>
public static class Table
{
    // The table sends again by itself, and knows what must not be sent twice: a counter whose reply was lost.
    private static readonly RegionalClients<IAmazonDynamoDB> Clients = new(
        static () => new AmazonDynamoDBClient(new AmazonDynamoDBConfig { MaxErrorRetry = 0 }),
        static region => new AmazonDynamoDBClient(new AmazonDynamoDBConfig { MaxErrorRetry = 0, RegionEndpoint = region }));

    /// <summary>The table with a name or ARN.</summary>
    /// <exception cref="ArgumentException">It is neither a table's name nor a table's ARN.</exception>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    public static ITable From(string nameOrArn, DynamoDbTableOptions? options = null)
    {
        var name = TableName.Parse(nameOrArn);
        return new DynamoDbTable(Clients.For(name.Region), name, (options ?? new()).Validated());
    }

    /// <summary>
    /// The table with a name or ARN, through a client of your own. Give it <c>MaxErrorRetry = 0</c>: otherwise the client sends a
    /// write again whose reply was lost, and counts twice or finds its own item in the way.
    /// </summary>
    /// <param name="client">The client.</param>
    /// <param name="nameOrArn">The table's name or ARN.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ArgumentException">It is neither a table's name nor a table's ARN, or one of another Region than the client's.</exception>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    public static ITable From(IAmazonDynamoDB client, string nameOrArn, DynamoDbTableOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        var name = TableName.Parse(nameOrArn);
        ClientRegion.Check(client.Config, name.Text, name.Region);
        return new DynamoDbTable(client, name, (options ?? new()).Validated());
    }
}
