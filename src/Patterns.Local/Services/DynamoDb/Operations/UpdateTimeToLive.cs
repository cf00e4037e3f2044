using Patterns.Local.Services.DynamoDb.Wire;

namespace Patterns.Local.Services.DynamoDb.Operations;

/// <summary>Items go in the second after their time; on AWS within days.</summary>
internal sealed class UpdateTimeToLive : TableOperation
{
    private const int LongestName = 255;

    public override string Name => nameof(UpdateTimeToLive);

    protected override void Run(DynamoDbCall call, JsonInput input)
    {
        var table = call.Service.FindNamed(input.Text("TableName"));
        var settings = input.Object("TimeToLiveSpecification") ?? throw DynamoDbErrors.NullMember("timeToLiveSpecification");
        var isEnabled = settings.Flag("Enabled") ?? throw DynamoDbErrors.NullMember("timeToLiveSpecification.enabled");
        var attribute = settings.Text("AttributeName") ?? throw DynamoDbErrors.NullMember("timeToLiveSpecification.attributeName");
        if (attribute.Length is 0 or > LongestName)
        {
            throw DynamoDbErrors.Validation("TimeToLiveSpecification.AttributeName must be between 1 and 255 characters long");
        }

        if (isEnabled)
        {
            table.Expiry.Enable(attribute);
        }
        else
        {
            table.Expiry.Disable(attribute);
        }

        call.Json.WriteStartObject("TimeToLiveSpecification");
        call.Json.WriteBoolean("Enabled", isEnabled);
        call.Json.WriteString("AttributeName", attribute);
        call.Json.WriteEndObject();
    }
}
