using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Patterns.Aws.Internal;
using Patterns.Tables;

namespace Patterns.Aws.DynamoDb;

/// <summary>A table on DynamoDB.</summary>
internal sealed class DynamoDbTable : ITable
{
    private readonly IAmazonDynamoDB _client;
    private readonly RequestRetries _retries;
    private readonly ItemWriter _writer;
    private readonly BatchReader _batchReader;
    private readonly BatchWriter _batchWriter;
    private readonly TransactionWriter _transactions;
    private readonly QueryReader _queries;

    public DynamoDbTable(IAmazonDynamoDB client, TableName name, DynamoDbTableOptions options)
    {
        _client = client;
        Name = name.Text;
        Options = options;
        Items = new ItemMap(options);
        _retries = new RequestRetries(options);
        _writer = new ItemWriter(client, Name, Items, _retries, options);
        _batchReader = new BatchReader(client, Name, Items, _retries, options);
        _batchWriter = new BatchWriter(client, Name, Items, _retries, options);
        _transactions = new TransactionWriter(client, this, _retries);
        _queries = new QueryReader(client, Name, Items, _retries, options);
    }

    public string Name { get; }

    public DynamoDbTableOptions Options { get; }

    public ItemMap Items { get; }

    public async ValueTask<TableItem?> GetAsync(TableKey key, CancellationToken cancellationToken)
    {
        TableArguments.CheckKey(key);
        var operation = new TableOperation(Name, "GetItem", key);
        var request = new GetItemRequest { TableName = Name, Key = Items.Write(key), ConsistentRead = true };
        var response = await _retries.RunAsync(operation, isRepeatable: true, cancellation => _client.GetItemAsync(request, cancellation), cancellationToken).ConfigureAwait(false);
        return Items.Read(response.Item, operation);
    }

    public async ValueTask<IReadOnlyList<TableItem?>> GetManyAsync(IReadOnlyList<TableKey> keys, CancellationToken cancellationToken)
    {
        TableArguments.CheckKeys(keys);
        return await _batchReader.ReadAsync(keys, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<TableWriteResult> WriteAsync(TableWrite write, CancellationToken cancellationToken)
    {
        TableArguments.CheckWrite(write, this);
        CheckNames(write);
        return await _writer.WriteAsync(write, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask WriteManyAsync(IReadOnlyList<TableWrite> writes, CancellationToken cancellationToken)
    {
        TableArguments.CheckWrites(writes, this);
        foreach (var write in writes)
        {
            CheckNames(write);
        }

        await _batchWriter.WriteAsync(writes, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<TableTransactionResult> TransactAsync(IReadOnlyList<TableWrite> writes, string? token, CancellationToken cancellationToken)
    {
        TableArguments.CheckTransaction(writes, token, this);
        foreach (var write in writes)
        {
            OfSameStore(write).CheckNames(write);
        }

        return await _transactions.WriteAsync(writes, token, cancellationToken).ConfigureAwait(false);
    }

    public IAsyncEnumerable<TableItem> QueryAsync(TableQuery query, CancellationToken cancellationToken)
    {
        TableArguments.CheckQuery(query);
        return _queries.ReadAsync(query, cancellationToken);
    }

    /// <summary>The table of a write in a transaction.</summary>
    /// <exception cref="ArgumentException">It is not on DynamoDB, or in another Region.</exception>
    public DynamoDbTable OfSameStore(TableWrite write) => write.Table switch
    {
        null => this,
        DynamoDbTable table when ReferenceEquals(table._client, _client) || IsSameStore(table._client.Config) => table,
        _ => throw new ArgumentException($"{write.Table.Name} is not in the same store as {Name}.", nameof(write)),
    };

    private bool IsSameStore(Amazon.Runtime.IClientConfig other) =>
        ClientRegion.Of(other) == ClientRegion.Of(_client.Config) && other.ServiceURL == _client.Config.ServiceURL;

    private void CheckNames(TableWrite write) =>
        TableArguments.CheckNames(write, Options.PartitionKeyName, Options.SortKeyName, Options.ExpiresAtName);
}
