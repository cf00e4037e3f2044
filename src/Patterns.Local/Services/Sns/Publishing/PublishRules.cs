using System.Buffers;
using System.Text;
using Patterns.Local.Services.Sns.Topics;

namespace Patterns.Local.Services.Sns.Publishing;

/// <summary>What a topic demands of a message.</summary>
internal static class PublishRules
{
    private static readonly SearchValues<char> IdCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~");

    /// <exception cref="AwsException">The message breaks a rule.</exception>
    public static void Check(SnsTopic topic, PublishInput input)
    {
        CheckContent(input);
        CheckOrdering(topic, input);
    }

    /// <summary>The rules that concern the message alone.</summary>
    public static void CheckContent(PublishInput input)
    {
        if (input.Message.Length == 0)
        {
            throw SnsErrors.InvalidParameter("Empty message");
        }

        if (input.Subject is { } subject && !IsSubject(subject))
        {
            throw SnsErrors.InvalidParameter("Subject");
        }

        if (SizeOf(input) > SnsLimits.MessageBytes)
        {
            throw SnsErrors.InvalidParameter("Message too long");
        }
    }

    /// <summary>The rules on groups and deduplication, which differ between standard and FIFO topics.</summary>
    public static void CheckOrdering(SnsTopic topic, PublishInput input)
    {
        CheckId("MessageGroupId", input.GroupId);
        CheckId("MessageDeduplicationId", input.DeduplicationId);
        if (!topic.IsFifo)
        {
            if (input.DeduplicationId is not null)
            {
                throw SnsErrors.InvalidParameter("MessageDeduplicationId", "The request includes MessageDeduplicationId parameter that is not valid for this topic type");
            }

            return;
        }

        if (input.GroupId is null)
        {
            throw SnsErrors.InvalidParameter("The MessageGroupId parameter is required for FIFO topics");
        }

        if (input.DeduplicationId is null && !topic.HasContentBasedDeduplication)
        {
            throw SnsErrors.InvalidParameter("The topic should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly");
        }
    }

    /// <summary>Bytes of the text and of each attribute's name, type and value.</summary>
    public static int SizeOf(PublishInput input)
    {
        var size = Encoding.UTF8.GetByteCount(input.Message);
        foreach (var (name, attribute) in input.Attributes)
        {
            size += Encoding.UTF8.GetByteCount(name) + Encoding.UTF8.GetByteCount(attribute.DataType);
            size += attribute.StringValue is { } text ? Encoding.UTF8.GetByteCount(text) : attribute.BinaryValue.Length;
        }

        return size;
    }

    // Printable ASCII on one line that does not begin with a space.
    private static bool IsSubject(string subject) => subject.Length is > 0 and <= SnsLimits.SubjectLength
        && subject[0] != ' ' && !subject.AsSpan().ContainsAnyExceptInRange(' ', '~');

    private static void CheckId(string parameter, string? id)
    {
        if (id is not null && (id.Length is 0 or > SnsLimits.IdLength || id.AsSpan().ContainsAnyExcept(IdCharacters)))
        {
            throw SnsErrors.InvalidParameter(parameter, "can only include alphanumeric and punctuation characters, 1 to 128 in length");
        }
    }
}
