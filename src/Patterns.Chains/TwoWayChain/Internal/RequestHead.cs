using Patterns.Tables;

namespace Patterns.TwoWayChain.Internal;

/// <summary>All that is stored of a request.</summary>
internal sealed record RequestHead(string Id, RequestState State, string Request, DateTimeOffset OpenedAt, DateTimeOffset Deadline)
{
    public string? Outcome { get; init; }

    public string? Reply { get; init; }

    public string? Error { get; init; }

    /// <summary>Whether the end was handed over.</summary>
    public bool IsDelivered { get; init; }

    public LateReply? Late { get; init; }

    public static RequestHead From(string id, TableItem item) => new(
        id,
        Enum.Parse<RequestState>(item[RequestNames.State]!.GetString()),
        item[RequestNames.Request]!.GetString(),
        Moment.Parse(item[RequestNames.OpenedAt]!.GetString()),
        Moment.Parse(item[RequestNames.Deadline]!.GetString()))
    {
        Outcome = item[RequestNames.Outcome]?.GetString(),
        Reply = item[RequestNames.Reply]?.GetString(),
        Error = item[RequestNames.Error]?.GetString(),
        IsDelivered = item[RequestNames.Delivered] is not null,
        Late = item[RequestNames.LateAt] is { } lateAt
            ? new LateReply(item[RequestNames.LateOutcome]!.GetString(), item[RequestNames.LateReply]!.GetString(), Moment.Parse(lateAt.GetString()))
            : null,
    };

    public TableItem ToItem(TableKey key, DateTimeOffset expiresAt) => new(key)
    {
        [RequestNames.State] = State.ToString(),
        [RequestNames.Request] = Request,
        [RequestNames.OpenedAt] = Moment.ToText(OpenedAt),
        [RequestNames.Deadline] = Moment.ToText(Deadline),
        ExpiresAt = expiresAt,
    };
}
