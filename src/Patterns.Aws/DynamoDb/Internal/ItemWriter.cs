using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Patterns.Tables;

namespace Patterns.Aws.DynamoDb;

/// <summary>Writes one item.</summary>
internal sealed class ItemWriter(IAmazonDynamoDB client, string table, ItemMap items, RequestRetries retries, DynamoDbTableOptions options)
{
    public async Task<TableWriteResult> WriteAsync(TableWrite write, CancellationToken cancellationToken)
    {
        var operation = new TableOperation(table, NameOf(write), write.Key);
        try
        {
            var send = Request(write);
            var attributes = await retries.RunAsync(operation, IsRepeatable(write), send, cancellationToken).ConfigureAwait(false);
            return new TableWriteResult(true, items.Read(attributes, operation));
        }
        catch (ConditionalCheckFailedException refused)
        {
            return new TableWriteResult(false, items.Read(refused.Item, operation));
        }
    }

    /// <summary>A second one would count twice, or find its condition no longer holding because of the first.</summary>
    private static bool IsRepeatable(TableWrite write) =>
        write.Condition is null && (write is not TableUpdate update || update.Actions.All(action => action.Kind != TableActionKind.Add));

    private static string NameOf(TableWrite write) => write switch { TablePut => "PutItem", TableUpdate => "UpdateItem", _ => "DeleteItem" };

    private Func<CancellationToken, Task<Dictionary<string, AttributeValue>?>> Request(TableWrite write) => write switch
    {
        TablePut put => Put(put),
        TableUpdate update => Update(update),
        _ => Delete(write),
    };

    private Func<CancellationToken, Task<Dictionary<string, AttributeValue>?>> Put(TablePut put)
    {
        var placeholders = new Placeholders();
        var request = new PutItemRequest
        {
            TableName = table,
            Item = items.Write(put.Item),
            ConditionExpression = new ConditionText(placeholders, options).Of(put.Condition),
            ReturnValuesOnConditionCheckFailure = put.Condition is null ? null : ReturnValuesOnConditionCheckFailure.ALL_OLD,
            ExpressionAttributeNames = placeholders.Names,
            ExpressionAttributeValues = placeholders.Values,
        };
        return async cancellationToken =>
        {
            await client.PutItemAsync(request, cancellationToken).ConfigureAwait(false);
            return null;
        };
    }

    private Func<CancellationToken, Task<Dictionary<string, AttributeValue>?>> Delete(TableWrite delete)
    {
        var placeholders = new Placeholders();
        var request = new DeleteItemRequest
        {
            TableName = table,
            Key = items.Write(delete.Key),
            ConditionExpression = new ConditionText(placeholders, options).Of(delete.Condition),
            ReturnValuesOnConditionCheckFailure = delete.Condition is null ? null : ReturnValuesOnConditionCheckFailure.ALL_OLD,
            ExpressionAttributeNames = placeholders.Names,
            ExpressionAttributeValues = placeholders.Values,
        };
        return async cancellationToken =>
        {
            await client.DeleteItemAsync(request, cancellationToken).ConfigureAwait(false);
            return null;
        };
    }

    private Func<CancellationToken, Task<Dictionary<string, AttributeValue>?>> Update(TableUpdate update)
    {
        var placeholders = new Placeholders();
        var request = new UpdateItemRequest
        {
            TableName = table,
            Key = items.Write(update.Key),
            UpdateExpression = new UpdateText(placeholders, options).Of(update),
            ConditionExpression = new ConditionText(placeholders, options).Of(update.Condition),
            ReturnValues = ReturnValue.ALL_NEW,
            ReturnValuesOnConditionCheckFailure = update.Condition is null ? null : ReturnValuesOnConditionCheckFailure.ALL_OLD,
            ExpressionAttributeNames = placeholders.Names,
            ExpressionAttributeValues = placeholders.Values,
        };
        return async cancellationToken => (await client.UpdateItemAsync(request, cancellationToken).ConfigureAwait(false)).Attributes;
    }
}
