using Patterns.Local.Services.DynamoDb.Wire;

namespace Patterns.Local.Services.DynamoDb.Operations;

internal sealed class ListTagsOfResource : TableOperation
{
    public override string Name => nameof(ListTagsOfResource);

    protected override void Run(DynamoDbCall call, JsonInput input)
    {
        var table = call.Service.FindByArn(input.Text("ResourceArn"));
        call.Json.WriteStartArray("Tags");
        foreach (var (key, value) in table.Tags.All)
        {
            call.Json.WriteStartObject();
            call.Json.WriteString("Key", key);
            call.Json.WriteString("Value", value);
            call.Json.WriteEndObject();
        }

        call.Json.WriteEndArray();
    }
}
