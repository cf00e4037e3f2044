using Patterns.Local.Services.DynamoDb.Tables;
using Patterns.Local.Services.DynamoDb.Wire;

namespace Patterns.Local.Services.DynamoDb.Operations;

internal sealed class TagResource : TableOperation
{
    public override string Name => nameof(TagResource);

    protected override void Run(DynamoDbCall call, JsonInput input) =>
        call.Service.FindByArn(input.Text("ResourceArn")).Tags.Set(TagReader.Read(input, isRequired: true));
}
