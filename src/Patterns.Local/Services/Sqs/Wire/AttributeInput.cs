namespace Patterns.Local.Services.Sqs.Wire;

/// <summary>Makes a message attribute of what a request says of it.</summary>
internal static class AttributeInput
{
    public static MessageAttribute Make(string? type, string? text, byte[]? binary)
    {
        type ??= "";
        return type.StartsWith("Binary", StringComparison.Ordinal)
            ? new MessageAttribute(type, null, binary)
            : new MessageAttribute(type, text ?? "", default);
    }

    public static AwsException ListsAreReserved() =>
        SqsErrors.UnsupportedOperation("Message attribute list values in SendMessage operation are not supported.");
}
