using System.Text;

namespace Patterns.Local.Services.Sqs.Messages;

/// <summary>What a sender gives. The body is kept in UTF-8, as it came and as it will leave.</summary>
internal sealed record NewMessage(ReadOnlyMemory<byte> Utf8Body)
{
    public NewMessage(string body)
        : this(Encoding.UTF8.GetBytes(body))
    {
    }

    public string Body => Encoding.UTF8.GetString(Utf8Body.Span);

    public IReadOnlyDictionary<string, MessageAttribute>? Attributes { get; init; }

    /// <summary>Only <c>AWSTraceHeader</c> exists.</summary>
    public IReadOnlyDictionary<string, MessageAttribute>? SystemAttributes { get; init; }

    /// <summary>Null takes the queue's own; FIFO queues accept nothing else.</summary>
    public TimeSpan? Delay { get; init; }

    public string? GroupId { get; init; }

    public string? DeduplicationId { get; init; }

    /// <summary>Null is the account of the emulation.</summary>
    public string? SenderId { get; init; }

    /// <summary>What counts against the size limits: body and attributes, without system attributes.</summary>
    public long Size => Utf8Body.Length + AttributeRules.SizeOf(Attributes);
}
