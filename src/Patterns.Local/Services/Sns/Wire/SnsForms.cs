using Patterns.Local.Services.Sns.Publishing;
using Patterns.Local.Services.Wire;

namespace Patterns.Local.Services.Sns.Wire;

/// <summary>Reads the structures that several operations share.</summary>
internal static class SnsForms
{
    public static IReadOnlyDictionary<string, string> Attributes(this QueryForm form) => form.Map("Attributes.entry", "key", "value");

    public static IReadOnlyDictionary<string, string> Tags(this QueryForm form)
    {
        var tags = new Dictionary<string, string>();
        foreach (var element in form.Elements("Tags.member"))
        {
            if (!tags.TryAdd(form[$"{element}.Key"] ?? "", form[$"{element}.Value"] ?? ""))
            {
                throw SnsErrors.InvalidParameter("Duplicated keys are not allowed.");
            }
        }

        return tags;
    }

    /// <summary>A message: the parameters of Publish, or with a prefix an entry of PublishBatch.</summary>
    public static PublishInput Message(this QueryForm form, string prefix = "") => new(form[$"{prefix}Message"] ?? "")
    {
        Subject = form[$"{prefix}Subject"],
        MessageStructure = form[$"{prefix}MessageStructure"],
        GroupId = form[$"{prefix}MessageGroupId"],
        DeduplicationId = form[$"{prefix}MessageDeduplicationId"],
        Attributes = form.MessageAttributes($"{prefix}MessageAttributes.entry"),
    };

    private static Dictionary<string, MessageAttribute> MessageAttributes(this QueryForm form, string prefix)
    {
        var attributes = new Dictionary<string, MessageAttribute>();
        foreach (var element in form.Elements(prefix))
        {
            var name = form[$"{element}.Name"] ?? "";
            attributes[name] = AttributeRules.Checked(
                name,
                form[$"{element}.Value.DataType"],
                form[$"{element}.Value.StringValue"],
                Binary(name, form[$"{element}.Value.BinaryValue"]));
        }

        return attributes;
    }

    private static byte[]? Binary(string name, string? base64)
    {
        if (base64 is null)
        {
            return null;
        }

        try
        {
            return Convert.FromBase64String(base64);
        }
        catch (FormatException)
        {
            throw SnsErrors.InvalidAttributeValue($"The message attribute '{name}' has a binary value that is no Base64.");
        }
    }
}
