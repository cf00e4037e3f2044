namespace Patterns.Local.Services.DynamoDb.Values;

/// <summary>The service's errors about values, with the texts that it gives.</summary>
internal static class ValueErrors
{
    private const string Parameters = "One or more parameter values were invalid: ";

    public static AwsException Empty() =>
        Validation("Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");

    public static AwsException Ambiguous() =>
        Validation("Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes");

    public static AwsException NoNumber() => Validation("The parameter cannot be converted to a numeric value");

    public static AwsException NoNumber(string text) => Validation($"The parameter cannot be converted to a numeric value: {text}");

    public static AwsException NumberOverflow() =>
        Validation("Number overflow. Attempting to store a number with magnitude larger than supported range");

    public static AwsException NumberUnderflow() =>
        Validation("Number underflow. Attempting to store a number with magnitude smaller than supported range");

    public static AwsException TooManyDigits() =>
        Validation($"Attempting to store more than {DynamoNumber.MaxDigits} significant digits in a Number");

    public static AwsException FalseNull() => Validation(Parameters + "Null attribute value types must have the value of true");

    public static AwsException EmptySet(AttributeType type) => Validation(Parameters + type switch
    {
        AttributeType.SS => "An string set  may not be empty",
        AttributeType.NS => "An number set  may not be empty",
        _ => "Binary sets should not be empty",
    });

    public static AwsException Duplicates(AttributeType type, IEnumerable<AttributeValue> elements) => Validation(type switch
    {
        AttributeType.SS => $"{Parameters}Input collection {ValueText.List(elements)} contains duplicates.",
        AttributeType.NS => "Input collection contains duplicates",
        _ => $"{Parameters}Input collection {ValueText.List(elements)}of type BS contains duplicates.",
    });

    public static AwsException TooDeep() =>
        Validation("Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit");

    public static AwsException Validation(string message) => new("ValidationException", message);

    public static AwsException Serialization(string message) => new("SerializationException", message);
}
