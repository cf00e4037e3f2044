namespace Patterns.Cqrs;

/// <summary>Handles one kind of command, once for each key.</summary>
/// <remarks>One object serves any number of commands at the same time: keep nothing about a command in fields.</remarks>
/// <typeparam name="TCommand">The arguments.</typeparam>
/// <typeparam name="TResult">What the caller gets, at every repetition.</typeparam>
public abstract class CommandHandler<TCommand, TResult>
{
    /// <summary>What is wrong with the arguments by themselves, a sentence for each mistake. Default: nothing.</summary>
    protected virtual IEnumerable<string> Validate(TCommand command) => [];

    /// <summary>Whether the request's actor may do that; asked at repetitions, too. Default: everybody may.</summary>
    /// <remarks>
    /// It is asked once, before the key is, and is no part of the transaction: what it reads may be another when the command takes effect. A permission
    /// that depends on a state is a rule: give the actor to whoever decides, and refuse there.
    /// </remarks>
    protected virtual ValueTask<bool> IsAllowedAsync(TCommand command, CommandRequest request, CancellationToken cancellationToken) => new(true);

    /// <summary>
    /// Has the command take effect: enlist its writes, which happen together with the completion of its key. Other effects are
    /// at-least-once.
    /// </summary>
    /// <exception cref="CommandRefusedException">A rule says no: that is the reply, also at repetitions.</exception>
    protected abstract ValueTask<TResult> HandleAsync(TCommand command, CommandContext context);

    internal IEnumerable<string> FindMistakes(TCommand command) => Validate(command);

    internal ValueTask<bool> AskAsync(TCommand command, CommandRequest request, CancellationToken cancellationToken) => IsAllowedAsync(command, request, cancellationToken);

    internal ValueTask<TResult> RunAsync(TCommand command, CommandContext context) => HandleAsync(command, context);
}
