using Patterns.Local.Services.DynamoDb.Expressions.Paths;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Expressions.Binding;

internal sealed class PathOperand(DocumentPath path) : Operand
{
    public override DocumentPath Path => path;

    public override AttributeValue? Evaluate(Item item) => path.Find(item);
}
