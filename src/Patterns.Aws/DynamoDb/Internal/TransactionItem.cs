using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Patterns.Tables;

namespace Patterns.Aws.DynamoDb;

/// <summary>Writes one write of a transaction in the form of the SDK.</summary>
internal static class TransactionItem
{
    // In a transaction the service wants an update expression also from an update that changes nothing; no item has this attribute.
    private const string NoAttribute = "(none)";

    public static TransactWriteItem Of(TableWrite write, DynamoDbTable table)
    {
        var placeholders = new Placeholders();
        var update = write is TableUpdate given ? new UpdateText(placeholders, table.Options).Of(given) ?? $"REMOVE {placeholders.Name(NoAttribute)}" : null;
        var condition = new ConditionText(placeholders, table.Options).Of(write.Condition);
        var shown = condition is null ? null : ReturnValuesOnConditionCheckFailure.ALL_OLD;
        return write switch
        {
            TablePut put => new()
            {
                Put = new()
                {
                    TableName = table.Name,
                    Item = table.Items.Write(put.Item),
                    ConditionExpression = condition,
                    ReturnValuesOnConditionCheckFailure = shown,
                    ExpressionAttributeNames = placeholders.Names,
                    ExpressionAttributeValues = placeholders.Values,
                },
            },
            TableUpdate => new()
            {
                Update = new()
                {
                    TableName = table.Name,
                    Key = table.Items.Write(write.Key),
                    UpdateExpression = update,
                    ConditionExpression = condition,
                    ReturnValuesOnConditionCheckFailure = shown,
                    ExpressionAttributeNames = placeholders.Names,
                    ExpressionAttributeValues = placeholders.Values,
                },
            },
            TableDelete => new()
            {
                Delete = new()
                {
                    TableName = table.Name,
                    Key = table.Items.Write(write.Key),
                    ConditionExpression = condition,
                    ReturnValuesOnConditionCheckFailure = shown,
                    ExpressionAttributeNames = placeholders.Names,
                    ExpressionAttributeValues = placeholders.Values,
                },
            },
            _ => new()
            {
                ConditionCheck = new()
                {
                    TableName = table.Name,
                    Key = table.Items.Write(write.Key),
                    ConditionExpression = condition,
                    ReturnValuesOnConditionCheckFailure = shown,
                    ExpressionAttributeNames = placeholders.Names,
                    ExpressionAttributeValues = placeholders.Values,
                },
            },
        };
    }
}
