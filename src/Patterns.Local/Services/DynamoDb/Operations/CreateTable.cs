using Patterns.Local.Services.DynamoDb.Tables;
using Patterns.Local.Services.DynamoDb.Wire;

namespace Patterns.Local.Services.DynamoDb.Operations;

/// <summary>The table is there at once: clients that wait until it is active wait for nothing.</summary>
internal sealed class CreateTable : TableOperation
{
    public override string Name => nameof(CreateTable);

    protected override void Run(DynamoDbCall call, JsonInput input) =>
        call.Json.WriteTable("TableDescription", call.Service.Create(TableSettingsReader.Read(input)));
}
