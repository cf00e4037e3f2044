using Patterns.Local.Services.DynamoDb.Expressions.Binding;
using Patterns.Local.Services.DynamoDb.Expressions.Paths;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Expressions.Updates;

internal sealed class IfNotExistsOperand(DocumentPath existing, Operand fallback) : Operand
{
    public override AttributeValue? Evaluate(Item item) => existing.Find(item) ?? fallback.Evaluate(item);
}
