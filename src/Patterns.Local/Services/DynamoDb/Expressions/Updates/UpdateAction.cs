using Patterns.Local.Services.DynamoDb.Expressions.Binding;
using Patterns.Local.Services.DynamoDb.Expressions.Paths;
using Patterns.Local.Services.DynamoDb.Expressions.Syntax;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Expressions.Updates;

/// <summary>One change of an update with its names and values in place.</summary>
internal sealed class UpdateAction(TokenKind clause, DocumentPath path, Operand? operand)
{
    public TokenKind Clause => clause;

    public DocumentPath Path => path;

    public Operand? Operand => operand;

    public bool IsSet => clause == TokenKind.Set;

    /// <summary>The value at the path after the change; null for none.</summary>
    public AttributeValue? Evaluate(Item before) => clause switch
    {
        TokenKind.Set => operand!.Evaluate(before),
        TokenKind.Add => Add(path.Find(before), operand!.Evaluate(before)!),
        TokenKind.Delete => Delete(path.Find(before), (SetValue)operand!.Evaluate(before)!),
        _ => null,
    };

    private static AttributeValue Add(AttributeValue? existing, AttributeValue added) => (existing, added) switch
    {
        (null, _) => added,
        (NumberValue number, NumberValue addend) => new NumberValue(number.Number + addend.Number),
        (SetValue set, SetValue elements) when set.Type == elements.Type => set.Union(elements),
        _ => throw UpdateErrors.OperandType(),
    };

    private static SetValue? Delete(AttributeValue? existing, SetValue deleted) => existing switch
    {
        null => null,
        SetValue set when set.Type == deleted.Type => set.Except(deleted),
        _ => throw UpdateErrors.OperandType(),
    };
}
