using Patterns.Local.Services.DynamoDb.Writes;

namespace Patterns.Local.Services.DynamoDb;

/// <summary>The errors of the service, in its own words.</summary>
internal static class DynamoDbErrors
{
    private const string InvalidParameters = "One or more parameter values were invalid: ";

    public static AwsException Validation(string message) => new("ValidationException", message);

    public static AwsException InvalidParameter(string message) => Validation(InvalidParameters + message);

    /// <summary>For an item without the key attributes of its table.</summary>
    public static AwsException InvalidKey(string message) => new KeyMismatchException(InvalidParameters + message);

    public static AwsException Serialization(string message) => new("SerializationException", message);

    /// <summary>For operations on items.</summary>
    public static AwsException TableNotFound() => new("ResourceNotFoundException", "Requested resource not found");

    /// <summary>For operations on tables.</summary>
    public static AwsException TableNotFound(string name) => new("ResourceNotFoundException", $"Requested resource not found: Table: {name} not found");

    public static AwsException ResourceNotFound(string arn) => new("ResourceNotFoundException", $"Requested resource not found: ResourcArn: {arn} not found");

    public static AwsException TableExists(string name) => new("ResourceInUseException", $"Table already exists: {name}");

    public static AwsException UnknownIndex(string name) => Validation($"The table does not have the specified index: {name}");

    public static AwsException KeyMismatch() => new KeyMismatchException("The provided key element does not match the schema");

    public static AwsException InvalidStartingKey(string? why = null) =>
        Validation(why is null ? "The provided starting key is invalid" : $"The provided starting key is invalid: {why}");

    public static AwsException NullMember(string path) => Constraint("null", path, "Member must not be null");

    /// <summary>A value outside of what the service's model allows.</summary>
    /// <param name="value">The value; null is written without quotes.</param>
    /// <param name="path">The member in the service's spelling, beginning with a small letter.</param>
    /// <param name="constraint">What must hold.</param>
    public static AwsException Constraint(string value, string path, string constraint)
    {
        var shown = value == "null" ? value : $"'{value}'";
        return Validation($"1 validation error detected: Value {shown} at '{path}' failed to satisfy constraint: {constraint}");
    }

    public static AwsException NotInSet(string value, string path, params IReadOnlyList<string> allowed) =>
        Constraint(value, path, $"Member must satisfy enum value set: [{string.Join(", ", allowed)}]");

    public static AwsException OutOfRange(long value, string path, long minimum) =>
        Constraint(FormattableString.Invariant($"{value}"), path, FormattableString.Invariant($"Member must have value greater than or equal to {minimum}"));

    public static AwsException TooLarge(long value, string path, long maximum) =>
        Constraint(FormattableString.Invariant($"{value}"), path, FormattableString.Invariant($"Member must have value less than or equal to {maximum}"));
}
