using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Expressions.Updates;

/// <summary>The service's errors when an item does not fit an update.</summary>
internal static class UpdateErrors
{
    public static AwsException OperandType() => ValueErrors.Validation("An operand in the update expression has an incorrect data type");

    public static AwsException MissingAttribute() =>
        ValueErrors.Validation("The provided expression refers to an attribute that does not exist in the item");

    public static AwsException InvalidPath() =>
        ValueErrors.Validation("The document path provided in the update expression is invalid for update");
}
