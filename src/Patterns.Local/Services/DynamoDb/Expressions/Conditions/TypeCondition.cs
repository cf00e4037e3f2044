using Patterns.Local.Services.DynamoDb.Expressions.Paths;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Expressions.Conditions;

internal sealed class TypeCondition(DocumentPath path, AttributeType type) : Condition
{
    public override bool Holds(Item item) => path.Find(item)?.Type == type;
}
