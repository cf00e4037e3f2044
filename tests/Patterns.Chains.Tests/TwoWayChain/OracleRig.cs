using System.Text;
using Patterns.Tables;
using Patterns.TwoWayChain;

namespace Patterns.Chains.Tests.TwoWayChain;

/// <summary>One who asks, one who answers, the queues between them, and a clock.</summary>
internal sealed class OracleRig
{
    public OracleRig() => Table = new InMemoryTable("oracle", Time);

    public FakeTimeProvider Time { get; } = new();

    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(1);

    public InMemoryTable Table { get; }

    public InMemoryDestination Requests { get; } = new("requests");

    public InMemoryDestination Replies { get; } = new("replies");

    /// <summary>Whether replies go to the table instead of a queue.</summary>
    public bool RepliesToTable { get; init; }

    /// <summary>What goes wrong with answering; null for nothing.</summary>
    public Func<Exception?>? Fault { get; set; }

    /// <summary>The ends that were handed over.</summary>
    public List<RequestStatus<Answer>> Delivered { get; } = [];

    /// <summary>How often a question was worked on to its end: counted in the same transaction that keeps the reply.</summary>
    public decimal Worked => Table.Items.SingleOrDefault(item => item.Key == Counter)?["count"]?.GetDecimal() ?? 0;

    public static TableKey Counter { get; } = new("counter", "worked");

    public RequestLog<Question, Answer> Log(IStepGate? gate = null) => new(
        gate is null ? Table : new SteppedTable(Table, gate),
        QuestionJson.Default.Question,
        QuestionJson.Default.Answer,
        new RequestLogOptions
        {
            Requests = gate is null ? Requests : new SteppedDestination(Requests, gate),
            ReplyTo = "replies",
            Timeout = Timeout,
            Outbound = new OutboundOptions { MaxAttempts = 1, Time = Time },
            Time = Time,
        });

    public Oracle Oracle(IStepGate? gate = null)
    {
        IDestination replies = RepliesToTable ? Log(gate).Replies : gate is null ? Replies : new SteppedDestination(Replies, gate);
        return new Oracle(this, new RequestReplyOptions
        {
            Table = gate is null ? Table : new SteppedTable(Table, gate),
            ReplyTo = name => name == "replies" ? replies : null,
            Idempotency = new() { Scope = "oracle", Lease = TimeSpan.FromSeconds(10), InProgress = Idempotency.InProgressPolicy.Fail },
            Outbound = new OutboundOptions { MaxAttempts = 1, Time = Time },
            Time = Time,
        });
    }

    public Collector Collector(IStepGate? gate = null) => new(this, Log(gate), gate);

    /// <summary>Delivers a message; whether it is handled.</summary>
    public static async Task<bool> DeliverAsync<TMessage>(RecordHandler<TMessage> handler, Envelope envelope)
    {
        var record = new SqsRecord(Encoding.UTF8.GetString(envelope.Body.Span)) { MessageId = envelope.Id, Attributes = envelope.ToAttributes() };
        return (await handler.FunctionHandler(Events.Sqs(record), new FakeLambdaContext())).FailedIds().Count == 0;
    }

    public Task SweepAsync(IStepGate? gate = null) => Collector(gate).SweepHandler(Events.Schedule(Time.GetUtcNow()), new FakeLambdaContext());
}

internal sealed class Oracle(OracleRig rig, RequestReplyOptions options)
    : RequestReplyHandler<Question, Answer>(QuestionJson.Default.Question, QuestionJson.Default.Answer, options)
{
    protected override ValueTask<Answer> ReplyAsync(Question request, RequestContext context)
    {
        if (rig.Fault?.Invoke() is { } fault)
        {
            throw fault;
        }

        context.Enlist(new TableUpdate(OracleRig.Counter).Add("count", 1));
        return new(new Answer($"{request.Text}: 42"));
    }
}

internal sealed class Collector(OracleRig rig, RequestLog<Question, Answer> log, IStepGate? gate) : ReplyCollectorHandler<Question, Answer>(log)
{
    protected override async ValueTask DeliverAsync(RequestStatus<Answer> status, CancellationToken cancellationToken)
    {
        await (gate?.StepAsync("before: deliver") ?? ValueTask.CompletedTask);
        rig.Delivered.Add(status);
        await (gate?.StepAsync("after: deliver") ?? ValueTask.CompletedTask);
    }
}
