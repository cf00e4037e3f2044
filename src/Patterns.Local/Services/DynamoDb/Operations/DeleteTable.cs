using Patterns.Local.Services.DynamoDb.Tables;
using Patterns.Local.Services.DynamoDb.Wire;

namespace Patterns.Local.Services.DynamoDb.Operations;

internal sealed class DeleteTable : TableOperation
{
    public override string Name => nameof(DeleteTable);

    protected override void Run(DynamoDbCall call, JsonInput input)
    {
        var table = call.Service.FindNamed(input.Text("TableName"));
        call.Service.Delete(table);
        call.Json.WriteTable("TableDescription", table, "DELETING");
    }
}
