using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Expressions.Keys;

/// <summary>The service's errors about conditions that are none on a key.</summary>
internal static class KeyErrors
{
    public static AwsException InvalidOperator(string name) =>
        ValueErrors.Validation($"Invalid operator used in KeyConditionExpression: {name}");

    public static AwsException Nested() => ValueErrors.Validation("KeyConditionExpressions cannot contain nested operations");

    public static AwsException NestedAttribute() =>
        ValueErrors.Validation("KeyConditionExpressions cannot have conditions on nested attributes");

    public static AwsException KeyNotFirst(string name) => Invalid($"{name} operator must have the key attribute as its first operand");

    public static AwsException SeveralAttributes() => Invalid("Multiple attribute names used in one condition");

    public static AwsException NoAttribute() => Invalid("No key attribute specified");

    public static AwsException Repeated() => ValueErrors.Validation("KeyConditionExpressions must only contain one condition per key");

    public static AwsException TooMany() => ValueErrors.Validation("Conditions can be of length 1 or 2 only");

    public static AwsException Unsupported() => ValueErrors.Validation("Query key condition not supported");

    public static AwsException Missing(string key) => ValueErrors.Validation($"Query condition missed key schema element: {key}");

    private static AwsException Invalid(string reason) => ValueErrors.Validation($"Invalid condition in KeyConditionExpression: {reason}");
}
