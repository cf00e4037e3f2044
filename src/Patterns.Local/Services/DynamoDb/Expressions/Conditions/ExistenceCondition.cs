using Patterns.Local.Services.DynamoDb.Expressions.Paths;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Expressions.Conditions;

internal sealed class ExistenceCondition(DocumentPath path) : Condition
{
    public override bool Holds(Item item) => path.Find(item) is not null;
}
