using Patterns.Local.Services.DynamoDb.Tables;
using Patterns.Local.Services.DynamoDb.Wire;

namespace Patterns.Local.Services.DynamoDb.Operations;

internal sealed class ListTables : TableOperation
{
    public override string Name => nameof(ListTables);

    protected override void Run(DynamoDbCall call, JsonInput input)
    {
        var limit = Limit(input);
        var start = input.Text("ExclusiveStartTableName");
        string[] names = [.. call.Service.List().Select(table => table.Name).Where(name => start is null || string.CompareOrdinal(name, start) > 0).Take(limit + 1)];
        call.Json.WriteStartArray("TableNames");
        foreach (var name in names.Take(limit))
        {
            call.Json.WriteStringValue(name);
        }

        call.Json.WriteEndArray();
        if (names.Length > limit)
        {
            call.Json.WriteString("LastEvaluatedTableName", names[limit - 1]);
        }
    }

    private static int Limit(JsonInput input)
    {
        var limit = input.Number("Limit") ?? DynamoDbLimits.ListedTables;
        if (limit < 1)
        {
            throw DynamoDbErrors.OutOfRange(limit, "limit", 1);
        }

        return limit <= DynamoDbLimits.ListedTables
            ? (int)limit
            : throw DynamoDbErrors.TooLarge(limit, "limit", DynamoDbLimits.ListedTables);
    }
}
