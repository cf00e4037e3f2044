using Patterns.Tables;
using Patterns.TwoWayChain.Internal;

namespace Patterns.Sagas.Internal;

/// <summary>All that is stored of a saga. Each change has the next version, and is written if the one before is still there.</summary>
internal sealed record SagaHead(string Id, string State, DateTimeOffset StartedAt, DateTimeOffset Deadline)
{
    public long Version { get; init; } = 1;

    /// <summary>Grows whenever a step is done or undone: what a message is for.</summary>
    public int Turn { get; init; }

    public SagaPhase Phase { get; init; }

    /// <summary>The step that is to be done or undone; null when none is.</summary>
    public string? Step { get; init; }

    /// <summary>How often it was begun.</summary>
    public int Attempts { get; init; }

    public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>In the order of completion.</summary>
    public IReadOnlyList<string> Done { get; init; } = [];

    public SagaOutcome? Outcome { get; init; }

    /// <summary>What undoing ends with.</summary>
    public bool IsTimedOut { get; init; }

    public string? FailedStep { get; init; }

    public string? Error { get; init; }

    public SagaOutcome? Answer { get; init; }

    /// <summary>The state that the answer has, where it is no longer the saga's.</summary>
    public string? AnswerState { get; init; }

    public string? AnswerError { get; init; }

    public bool IsAnswered { get; init; }

    public string? ReplyTo { get; init; }

    public required string CorrelationId { get; init; }

    /// <summary>SHA-256 of the first state, to tell a second start from the first one.</summary>
    public required string Origin { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Who wrote it, to recognise a write whose outcome got lost.</summary>
    public string Writer { get; init; } = "-";

    public bool IsOver => Phase is SagaPhase.Stuck or SagaPhase.Ended;

    public static SagaHead From(string id, TableItem item) => new(id, Text(item, "state")!, Time(item, "startedAt")!.Value, Time(item, "deadline")!.Value)
    {
        Version = item["version"]!.GetInt64(),
        Turn = (int)item["turn"]!.GetInt64(),
        Phase = Enum.Parse<SagaPhase>(Text(item, "phase")!),
        Step = Text(item, "step"),
        Attempts = (int)item["attempts"]!.GetInt64(),
        LeaseUntil = Time(item, "leaseUntil"),
        Done = [.. item["done"]!.GetList().Select(step => step.GetString())],
        Outcome = OutcomeOf(item, "outcome"),
        IsTimedOut = item["timedOut"]!.GetBoolean(),
        FailedStep = Text(item, "failedStep"),
        Error = Text(item, "error"),
        Answer = OutcomeOf(item, "answer"),
        AnswerState = Text(item, "answerState"),
        AnswerError = Text(item, "answerError"),
        IsAnswered = item["answered"]!.GetBoolean(),
        ReplyTo = Text(item, "replyTo"),
        CorrelationId = Text(item, "correlationId")!,
        Origin = Text(item, "origin")!,
        UpdatedAt = Time(item, "updatedAt")!.Value,
        Writer = Text(item, "writer")!,
    };

    public TableItem ToItem(TableKey key, DateTimeOffset expiresAt)
    {
        var attributes = new Dictionary<string, TableValue>(StringComparer.Ordinal)
        {
            ["state"] = State,
            ["startedAt"] = Moment.ToText(StartedAt),
            ["deadline"] = Moment.ToText(Deadline),
            ["version"] = Version,
            ["turn"] = Turn,
            ["phase"] = Phase.ToString(),
            ["attempts"] = Attempts,
            ["done"] = TableValue.ListOf(Done.Select(TableValue.From)),
            ["timedOut"] = IsTimedOut,
            ["answered"] = IsAnswered,
            ["correlationId"] = CorrelationId,
            ["origin"] = Origin,
            ["updatedAt"] = Moment.ToText(UpdatedAt),
            ["writer"] = Writer,
        };
        AddOptional(attributes);
        return new TableItem(key, attributes) { ExpiresAt = expiresAt };
    }

    private void AddOptional(Dictionary<string, TableValue> attributes)
    {
        Add("step", Step);
        Add("leaseUntil", LeaseUntil is { } lease ? Moment.ToText(lease) : null);
        Add("outcome", Outcome?.ToString());
        Add("failedStep", FailedStep);
        Add("error", Error);
        Add("answer", Answer?.ToString());
        Add("answerState", AnswerState);
        Add("answerError", AnswerError);
        Add("replyTo", ReplyTo);

        void Add(string name, string? text)
        {
            if (text is not null)
            {
                attributes[name] = text;
            }
        }
    }

    private static string? Text(TableItem item, string name) => item[name]?.GetString();

    private static DateTimeOffset? Time(TableItem item, string name) => Text(item, name) is { } text ? Moment.Parse(text) : null;

    private static SagaOutcome? OutcomeOf(TableItem item, string name) => Text(item, name) is { } text ? Enum.Parse<SagaOutcome>(text) : null;
}
