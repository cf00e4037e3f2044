using Patterns.Local.Services.DynamoDb.Wire;

namespace Patterns.Local.Services.DynamoDb.Operations;

internal sealed class UntagResource : TableOperation
{
    public override string Name => nameof(UntagResource);

    protected override void Run(DynamoDbCall call, JsonInput input)
    {
        var table = call.Service.FindByArn(input.Text("ResourceArn"));
        table.Tags.Remove(input.Texts("TagKeys") ?? throw DynamoDbErrors.NullMember("tagKeys"));
    }
}
