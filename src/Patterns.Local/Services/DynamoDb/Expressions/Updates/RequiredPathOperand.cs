using Patterns.Local.Services.DynamoDb.Expressions.Binding;
using Patterns.Local.Services.DynamoDb.Expressions.Paths;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Expressions.Updates;

/// <summary>A place that must have a value for the update to go on.</summary>
internal sealed class RequiredPathOperand(DocumentPath path) : Operand
{
    public override DocumentPath Path => path;

    public override AttributeValue Evaluate(Item item) => path.Find(item) ?? throw UpdateErrors.MissingAttribute();
}
