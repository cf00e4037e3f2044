using System.Globalization;
using System.Text;

namespace Patterns.Local.Services.Sqs.Messages;

/// <summary>What names, types and values a message attribute may have.</summary>
internal static class AttributeRules
{
    private const string TraceHeader = "AWSTraceHeader";
    private const int MaximumName = 256;

    public static long SizeOf(IReadOnlyDictionary<string, MessageAttribute>? attributes)
    {
        if (attributes is null)
        {
            return 0;
        }

        long size = 0;
        foreach (var (name, attribute) in attributes)
        {
            size += Encoding.UTF8.GetByteCount(name) + Encoding.UTF8.GetByteCount(attribute.DataType)
                + (attribute.StringValue is { } text ? Encoding.UTF8.GetByteCount(text) : attribute.BinaryValue.Length);
        }

        return size;
    }

    public static void Check(IReadOnlyDictionary<string, MessageAttribute>? attributes, SqsLimits limits)
    {
        if (attributes is null)
        {
            return;
        }

        if (attributes.Count > limits.MaximumMessageAttributes)
        {
            throw SqsErrors.InvalidParameterValue(
                $"Number of message attributes [{attributes.Count}] exceeds the allowed maximum [{limits.MaximumMessageAttributes}].");
        }

        foreach (var (name, attribute) in attributes)
        {
            CheckName(name);
            CheckType(name, attribute.DataType);
            CheckValue(name, attribute);
        }
    }

    /// <summary>The trace header is the one system attribute that a sender may set.</summary>
    public static void CheckSystem(IReadOnlyDictionary<string, MessageAttribute>? attributes)
    {
        if (attributes is null)
        {
            return;
        }

        foreach (var (name, attribute) in attributes)
        {
            if (name != TraceHeader)
            {
                throw SqsErrors.InvalidParameterValue($"Message system attribute name '{name}' is invalid.");
            }

            if (attribute.DataType != "String" || string.IsNullOrEmpty(attribute.StringValue))
            {
                throw SqsErrors.InvalidParameterValue($"Message (system) attribute '{name}' must contain a non-empty value of type 'String'.");
            }
        }
    }

    public static string? TraceHeaderOf(NewMessage message) =>
        message.SystemAttributes is { } attributes && attributes.TryGetValue(TraceHeader, out var header) ? header.StringValue : null;

    private static void CheckName(string name)
    {
        if (name.Length is 0 or > MaximumName)
        {
            throw SqsErrors.InvalidParameterValue("Message (user) attribute names must be shorter than 256 Bytes");
        }

        if (name.AsSpan().ContainsAnyExcept(Alphabets.AttributeName) || name.Contains("..", StringComparison.Ordinal))
        {
            throw SqsErrors.InvalidParameterValue(
                "Message (user) attributes name can only contain upper and lower score characters, digits, periods, hyphens and underscores. ");
        }

        if (name[0] == '.' || name[^1] == '.'
            || name.StartsWith("AWS.", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Amazon.", StringComparison.OrdinalIgnoreCase))
        {
            throw SqsErrors.InvalidParameterValue(
                "You can't use message attribute names beginning with 'AWS.' or 'Amazon.'. "
                + "These strings are reserved for internal use. Additionally, they cannot start or end with '.'.");
        }
    }

    private static void CheckType(string name, string type)
    {
        if (type.Length == 0)
        {
            throw SqsErrors.InvalidParameterValue($"The message attribute '{name}' must contain a non-empty message attribute type.");
        }

        if (type.Length > MaximumName)
        {
            throw SqsErrors.InvalidParameterValue("Message (user) attribute types must be shorter than 256 Bytes");
        }

        if (BaseType(type) is not ("String" or "Number" or "Binary"))
        {
            throw SqsErrors.InvalidParameterValue(
                $"The message attribute '{name}' has an invalid message attribute type, the set of supported type prefixes is Binary, Number, and String.");
        }
    }

    private static void CheckValue(string name, MessageAttribute attribute)
    {
        var type = BaseType(attribute.DataType);
        var isEmpty = type == "Binary" ? attribute.BinaryValue.IsEmpty : string.IsNullOrEmpty(attribute.StringValue);
        if (isEmpty)
        {
            throw SqsErrors.InvalidParameterValue($"Message (user) attribute '{name}' must contain a non-empty value of type '{type}'.");
        }

        if (attribute.StringValue is { } text && !MessageCharacters.AreAllowed(text))
        {
            throw SqsErrors.InvalidParameterValue(SqsErrors.InvalidMessageContents().Message);
        }

        if (type == "Number" && !IsNumber(attribute.StringValue!))
        {
            throw SqsErrors.InvalidParameterValue($"Can't cast the value of message (user) attribute '{name}' to a number.");
        }
    }

    private static bool IsNumber(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number);

    private static string BaseType(string type)
    {
        var dot = type.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? type : type[..dot];
    }
}
