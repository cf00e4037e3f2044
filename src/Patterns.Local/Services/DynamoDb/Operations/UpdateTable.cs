using Patterns.Local.Services.DynamoDb.Tables;
using Patterns.Local.Services.DynamoDb.Wire;

namespace Patterns.Local.Services.DynamoDb.Operations;

internal sealed class UpdateTable : TableOperation
{
    public override string Name => nameof(UpdateTable);

    protected override void Run(DynamoDbCall call, JsonInput input)
    {
        var table = call.Service.FindNamed(input.Text("TableName"));
        call.Service.Change(table, settings => TableChange.Apply(settings, input));
        call.Json.WriteTable("TableDescription", table);
    }
}
