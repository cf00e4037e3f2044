using Patterns.Cqrs.Internal;
using Patterns.Http;

namespace Patterns.Cqrs;

/// <summary>Takes commands from a queue, a topic, a bus or a stream, as JSON of a <see cref="CommandRequest"/>.</summary>
/// <remarks>
/// <para>Derive from it and name the handler's entry in the template.</para>
/// <para>
/// A command that is rejected, that a rule refuses, or whose key was used for another one goes to the failure destination, as does one whose
/// handler throws a <see cref="ProblemException"/> of 4xx other than 408 and 429; one that met changes by others or a table that fails is
/// delivered again. Guarantee: effect-once by key for what handlers enlist; ordered per key as
/// the source: on a FIFO queue, make the aggregate's id the message group.
/// </para>
/// </remarks>
public abstract class CommandQueueHandler : RecordHandler<CommandRequest>
{
    private readonly CommandRouter _router;

    /// <summary>Makes the handler. Mistakes show here, so that they fail the cold start.</summary>
    /// <param name="router">The commands.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    protected CommandQueueHandler(CommandRouter router, RecordHandlerOptions? options = null)
        : base(CommandJson.Default.CommandRequest, options)
    {
        ArgumentNullException.ThrowIfNull(router);
        _router = router;
    }

    /// <inheritdoc/>
    protected sealed override async ValueTask HandleAsync(CommandRequest message, RecordContext context)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(context);
        var request = string.IsNullOrEmpty(message.Key) ? message with { Key = QueueKey.Of(context) } : message;
        var reply = await RunAsync(request, context.CancellationToken).ConfigureAwait(false);
        await OnReplyAsync(request, reply, context).ConfigureAwait(false);
    }

    private async ValueTask<CommandReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await _router.RunAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (ProblemException problem) when (problem.Problem.Status is >= 400 and < 500 and not 408 and not 429)
        {
            throw new NonRetryableException(problem.Message, problem);
        }
    }

    /// <summary>
    /// Tells whoever waits for the reply; called at repetitions, too. Default: has a refused command go to the failure destination, and
    /// does nothing else.
    /// </summary>
    /// <param name="request">The command, with its key.</param>
    /// <param name="reply">What became of it.</param>
    /// <param name="context">The record.</param>
    /// <exception cref="CommandRefusedException">The command was refused.</exception>
    protected virtual ValueTask OnReplyAsync(CommandRequest request, CommandReply reply, RecordContext context)
    {
        ArgumentNullException.ThrowIfNull(reply);
        reply.ThrowIfRefused();
        return ValueTask.CompletedTask;
    }
}
