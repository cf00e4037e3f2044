using Patterns.Idempotency;

namespace Patterns.Cqrs.Internal;

/// <summary>Handles a command one time, and tells what a failure of that means.</summary>
/// <param name="request">The command.</param>
/// <param name="effect">Has it take effect; returns the result as JSON.</param>
/// <param name="journal">Gets an entry with the reply.</param>
internal sealed class CommandAttempt(CommandRequest request, Func<CommandContext, ValueTask<string>> effect, CommandJournal journal)
{
    private bool _hasReply;

    public CommandRequest Request => request;

    /// <summary>
    /// Whether others were faster: the command was handled, and the table wrote nothing of it. What fails before, also a read of the
    /// handler's own, is no race.
    /// </summary>
    public bool IsLost(Exception failure) => _hasReply && (failure is EnlistedWriteRefusedException || ConflictRetries.DidNothing(failure));

    /// <summary>A rule's refusal is a reply as any other, so that the key has it at every repetition.</summary>
    public async ValueTask<StoredReply> RunAsync(IdempotentCallContext call)
    {
        var context = new CommandContext(request, call);
        StoredReply reply;
        try
        {
            reply = new StoredReply(await effect(context).ConfigureAwait(false), Token: context.ViewToken?.ToString());
            context.CheckVersion();
            context.CheckWrites();
            context.End(hasSucceeded: true);
        }
        catch (CommandRefusedException refusal)
        {
            context.End(hasSucceeded: false);
            reply = StoredReply.Of(refusal);
        }

        call.Enlist(journal.Entry(request, reply.Code));
        _hasReply = true;
        return reply;
    }
}
