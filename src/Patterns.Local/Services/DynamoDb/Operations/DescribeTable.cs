using Patterns.Local.Services.DynamoDb.Tables;
using Patterns.Local.Services.DynamoDb.Wire;

namespace Patterns.Local.Services.DynamoDb.Operations;

internal sealed class DescribeTable : TableOperation
{
    public override string Name => nameof(DescribeTable);

    protected override void Run(DynamoDbCall call, JsonInput input) =>
        call.Json.WriteTable("Table", call.Service.FindNamed(input.Text("TableName")));
}
