using System.Security.Cryptography;
using System.Text;
using Patterns.Telemetry;

namespace Patterns.Cqrs.Internal;

/// <summary>The key of a command whose message has none: the same each time that the message is delivered, and that of no other message.</summary>
internal static class QueueKey
{
    /// <summary>What no key from an API begins with.</summary>
    public const string Prefix = "queue:";

    public static string Of(RecordContext context)
    {
        var key = $"{Prefix}{Source(context)}/{Uri.EscapeDataString(context.MessageId)}";
        return key.Length <= CommandRouter.LongestKey && key.All(letter => letter is >= ' ' and <= '~')
            ? key
            : Prefix + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
    }

    /// <summary>In what the id is unique. The id of a notification or a bus's event is so by itself, whichever queue it came by.</summary>
    private static string Source(RecordContext context) =>
        context.GetAttribute(MessageAttributeNames.Source) ?? (context.MessageId == context.Id ? context.SourceArn : "");
}
