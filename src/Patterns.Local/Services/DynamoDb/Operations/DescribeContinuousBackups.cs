using Patterns.Local.Services.DynamoDb.Wire;

namespace Patterns.Local.Services.DynamoDb.Operations;

/// <summary>There are no backups.</summary>
internal sealed class DescribeContinuousBackups : TableOperation
{
    public override string Name => nameof(DescribeContinuousBackups);

    protected override void Run(DynamoDbCall call, JsonInput input)
    {
        var name = input.Text("TableName");
        call.Service.FindNamed(name);
        call.Json.WriteStartObject("ContinuousBackupsDescription");
        call.Json.WriteString("ContinuousBackupsStatus", "DISABLED");
        call.Json.WriteStartObject("PointInTimeRecoveryDescription");
        call.Json.WriteString("PointInTimeRecoveryStatus", "DISABLED");
        call.Json.WriteEndObject();
        call.Json.WriteEndObject();
    }
}
