using System.Text.Json;
using Patterns.Http;
using Patterns.Idempotency;
using Patterns.Tables;

namespace Patterns.Cqrs.Internal;

/// <summary>What callers of an API get to know of a command that has no reply, or that was refused.</summary>
internal static class CommandProblems
{
    /// <summary>The member that says what became of what was enlisted.</summary>
    public const string Outcome = "outcome";

    private const string None = "none";
    private const string Unknown = "unknown";

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    public static Problem WrongMethod() => new(405, "This cannot be done here.");

    /// <summary>What is wrong with a request before a command was made of it.</summary>
    public static Problem OfRequest(Exception exception) =>
        exception is ProblemException { Problem: var problem } ? problem : Problems.Internal().With(Outcome, None);

    /// <summary>A rule that says no, or a version that is another one.</summary>
    public static Problem OfRefusal(CommandReply reply) => reply.IsStale
        ? Problems.Of(412, "stale-version", "It has another version than the request expects.", reply.RefusalMessage)
            .With("version", JsonSerializer.SerializeToElement(reply.ViewToken!.Value.Version, CommandJson.Default.Int64))
        : (Problems.Refused() with { Detail = reply.RefusalMessage }).With("code", reply.RefusalCode!);

    /// <summary>Why a command has no reply.</summary>
    /// <param name="exception">What the router threw.</param>
    /// <param name="isOver">Whether the request's time is up.</param>
    public static Problem OfRun(Exception exception, bool isOver) => exception switch
    {
        CommandRejectedException rejected => OfRejection(rejected),
        IdempotencyMismatchException => Problems.KeyReused(),
        IdempotencyInProgressException busy => Problems.InProgress(busy.RetryAfter),
        IdempotencyOutcomeUnknownException => Problems.OutcomeUnknown(),
        CommandConflictException or AggregateConflictException =>
            (Problems.Of(503, "conflict", "Others are changing it at the same time.") with { RetryAfter = Soon }).With(Outcome, None),
        IdempotencyResultTooLargeException => Problems.Internal().With(Outcome, None),
        IdempotencyLeaseLostException => Problems.Unavailable(Soon).With(Outcome, None),
        TableException failure => (failure.IsRetryable ? Problems.Unavailable(Soon) : Problems.Internal()).With(Outcome, failure.MayHaveTakenEffect ? Unknown : None),
        OperationCanceledException when isOver => Problems.OutOfTime().With(Outcome, Unknown),
        ProblemException { Problem: var problem } => problem.Status is 408 or >= 500 && !problem.Extensions.ContainsKey(Outcome) ? problem.With(Outcome, Unknown) : problem,
        _ => Problems.Internal().With(Outcome, Unknown),
    };

    private static Problem OfRejection(CommandRejectedException rejected) => rejected.Rejection switch
    {
        CommandRejection.UnknownName => Problems.Of(404, "unknown-command", "There is no such command."),
        CommandRejection.UnknownVersion => Problems.Of(400, "version-unknown", "There is no such version of the command.")
            .With("versions", JsonSerializer.SerializeToElement(rejected.Versions, CommandJson.Default.IReadOnlyListInt32)),
        CommandRejection.Forbidden => Problems.Of(403, "forbidden", "Whoever asks may not do that."),
        CommandRejection.Expired => Problems.Of(400, "expired", "The command was issued too long ago, or in the future, or does not say when."),
        _ => Problems.Of(400, "invalid", "The command is not valid.")
            .With("mistakes", JsonSerializer.SerializeToElement(rejected.Mistakes, CommandJson.Default.IReadOnlyListString)),
    };
}
