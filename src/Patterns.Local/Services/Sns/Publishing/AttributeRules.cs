using System.Buffers;
using System.Text;

namespace Patterns.Local.Services.Sns.Publishing;

/// <summary>What the service demands of a message attribute.</summary>
internal static class AttributeRules
{
    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    /// <summary>The attribute, once its name, type and value are in order.</summary>
    /// <exception cref="AwsException">They are not.</exception>
    public static MessageAttribute Checked(string name, string? dataType, string? text, byte[]? binary)
    {
        CheckName(name);
        var kind = KindOf(name, dataType);
        return kind == "Binary"
            ? new MessageAttribute(dataType!, null, CheckedBinary(name, dataType!, text, binary))
            : new MessageAttribute(dataType!, CheckedText(name, dataType!, kind, text, binary), default);
    }

    private static void CheckName(string name)
    {
        if (Encoding.UTF8.GetByteCount(name) > SnsLimits.NameLength)
        {
            throw SnsErrors.InvalidAttributeValue("Length of message attribute name must be less than 256 bytes.");
        }

        if (name.AsSpan().IndexOfAnyExcept(NameCharacters) is >= 0 and var at)
        {
            throw SnsErrors.InvalidAttributeValue($"Invalid non-alphanumeric character '#x{(int)name[at]:X}' was found in the message attribute name. Can only include alphanumeric characters, hyphens, underscores, or dots.");
        }

        CheckDots(name);
    }

    private static void CheckDots(string name)
    {
        if (name.StartsWith('.'))
        {
            throw SnsErrors.InvalidAttributeValue("Invalid message attribute name starting with character '.' was found.");
        }

        if (name.EndsWith('.'))
        {
            throw SnsErrors.InvalidAttributeValue("Invalid message attribute name ending with character '.' was found.");
        }

        if (name.Contains("..", StringComparison.Ordinal))
        {
            throw SnsErrors.InvalidAttributeValue("Message attribute name can not have successive '.' character.");
        }
    }

    private static string KindOf(string name, string? dataType)
    {
        if (string.IsNullOrEmpty(dataType))
        {
            throw new AwsException("ValidationError", $"1 validation error detected: Value null at 'messageAttributes.{name}.member.dataType' failed to satisfy constraint: Member must not be null");
        }

        var dot = dataType.IndexOf('.');
        return (dot < 0 ? dataType : dataType[..dot]) is "String" or "Number" or "Binary"
            ? (dot < 0 ? dataType : dataType[..dot])
            : throw SnsErrors.InvalidAttributeValue($"The message attribute '{name}' has an invalid message attribute type, the set of supported type prefixes is Binary, Number, and String.");
    }

    private static string CheckedText(string name, string dataType, string kind, string? text, byte[]? binary)
    {
        if (string.IsNullOrEmpty(text))
        {
            throw binary is null ? EmptyValue(name, dataType) : WrongField(name, dataType, "String");
        }

        if (kind == "Number" && !EventPatterns.Matching.PatternNumber.TryParse(text, out _))
        {
            throw SnsErrors.InvalidAttributeValue($"Could not cast message attribute '{name}' value to number.");
        }

        return text;
    }

    private static byte[] CheckedBinary(string name, string dataType, string? text, byte[]? binary)
    {
        if (binary is { Length: > 0 })
        {
            return binary;
        }

        throw string.IsNullOrEmpty(text) ? EmptyValue(name, dataType) : WrongField(name, dataType, "Binary");
    }

    private static AwsException EmptyValue(string name, string dataType) => SnsErrors.InvalidAttributeValue(
        $"The message attribute '{name}' must contain non-empty message attribute value for message attribute type '{dataType}'.");

    private static AwsException WrongField(string name, string dataType, string field) => SnsErrors.InvalidAttributeValue(
        $"The message attribute '{name}' with type '{dataType}' must use field '{field}'.");
}
