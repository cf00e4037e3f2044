using System.Security.Cryptography;
using System.Text;
using Patterns.Outbound;
using Patterns.Sagas.Internal;
using Patterns.Tables;
using Patterns.TwoWayChain.Internal;

namespace Patterns.Sagas;

/// <summary>Starts sagas, keeps what becomes of them in a table, and tells it. All functions of a saga are given logs of the same options.</summary>
/// <typeparam name="TState">What is known of a saga.</typeparam>
public sealed class SagaLog<TState>
    where TState : class
{
    private readonly SagaStore _store;
    private readonly SagaMail _mail;

    /// <summary>Makes a log; it may be used by several callers at a time.</summary>
    /// <param name="definition">The saga.</param>
    /// <param name="table">The table; others may use it, too.</param>
    /// <param name="options">Where messages go.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    public SagaLog(SagaDefinition<TState> definition, ITable table, SagaOptions options)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(options);
        Definition = definition;
        Options = options.Validated(definition);
        _store = new SagaStore(table, definition.Name, options);
        _mail = new SagaMail(options);
        Engine = new SagaEngine<TState>(definition, _store, _mail, options);
    }

    /// <summary>The saga.</summary>
    public SagaDefinition<TState> Definition { get; }

    /// <summary>What the log was told, with the defaults where it was told nothing.</summary>
    public SagaOptions Options { get; }

    internal SagaEngine<TState> Engine { get; }

    /// <summary>
    /// Starts a saga. Starting it again changes nothing: a caller that does not know whether it succeeded does it again.
    /// </summary>
    /// <param name="sagaId">What identifies it; at most 900 bytes.</param>
    /// <param name="state">What is known at first.</param>
    /// <param name="cancellationToken">Ends the waiting; the saga may have started.</param>
    /// <param name="start">Deadline and place of the answer; null for the defaults.</param>
    /// <returns>How the saga stands.</returns>
    /// <exception cref="SagaConflictException">The saga was started before with another state.</exception>
    /// <exception cref="NonRetryableException">The id is empty or too long, the state too large, or the reply-to no destination.</exception>
    /// <exception cref="TableException">The table could not do it.</exception>
    /// <exception cref="SendFailedException">The saga is recorded, but its first message was not sent: start it again, or a sweep wakes it.</exception>
    public async Task<SagaStatus<TState>> StartAsync(string sagaId, TState state, CancellationToken cancellationToken, SagaStart? start = null)
    {
        var first = FirstHead(IdRules.Checked(sagaId, "The id of a saga"), state, start ?? new());
        _mail.Find(first.ReplyTo);
        var head = await _store.StartAsync(first, cancellationToken).ConfigureAwait(false);
        if (head.Origin != first.Origin)
        {
            throw new SagaConflictException(sagaId);
        }

        if (head is { Turn: 0, Attempts: 0 })
        {
            await _mail.SendTurnAsync(head, cancellationToken).ConfigureAwait(false);
        }

        return StatusOf(head);
    }

    /// <summary>How a saga stands; null for one that nobody has started, and for one that is forgotten.</summary>
    /// <exception cref="TableException">The table could not be read.</exception>
    public async Task<SagaStatus<TState>?> FindAsync(string sagaId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(sagaId);
        return await _store.FindAsync(sagaId, cancellationToken).ConfigureAwait(false) is { } head ? StatusOf(head) : null;
    }

    /// <summary>The ids of sagas that are stuck.</summary>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="TableException">The table could not be read.</exception>
    public async Task<IReadOnlyList<string>> FindStuckAsync(int most, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        return await _store.FindStuckAsync(most, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Has a stuck saga go on undoing, with all its attempts anew. Who has been told that it is stuck is told nothing more. Another one
    /// stays as it is: look at the status that is returned.
    /// </summary>
    /// <returns>How the saga stands; null for one that is not known.</returns>
    /// <exception cref="TableException">The table could not do it.</exception>
    /// <exception cref="SendFailedException">The saga goes on, but its message was not sent: a sweep wakes it.</exception>
    public async Task<SagaStatus<TState>?> ResumeAsync(string sagaId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(sagaId);
        var head = await _store.FindAsync(sagaId, cancellationToken).ConfigureAwait(false);
        if (head is { Phase: SagaPhase.Stuck })
        {
            var (resumed, _) = await _store.ChangeAsync(head, new SagaChanges<TState>(Definition).Resumed(head), [], cancellationToken).ConfigureAwait(false);
            if (resumed is null)
            {
                return await FindAsync(sagaId, cancellationToken).ConfigureAwait(false);
            }

            await _mail.SendTurnAsync(resumed, cancellationToken).ConfigureAwait(false);
            return StatusOf(resumed);
        }

        return head is null ? null : StatusOf(head);
    }

    private SagaHead FirstHead(string sagaId, TState state, SagaStart start)
    {
        ArgumentNullException.ThrowIfNull(state);
        var text = Definition.Write(state);
        var bytes = Encoding.UTF8.GetBytes(text);
        return bytes.Length <= SagaDefinition<TState>.MostStateBytes
            ? new SagaHead(sagaId, text, _store.Now, start.Deadline ?? _store.Now + Options.Timeout)
            {
                Step = Definition.Steps[0].Name,
                ReplyTo = start.ReplyTo,
                CorrelationId = start.CorrelationId ?? sagaId,
                Origin = Convert.ToHexString(SHA256.HashData(bytes)),
            }
            : throw new NonRetryableException($"The state of saga '{sagaId}' has {bytes.Length} bytes; at most {SagaDefinition<TState>.MostStateBytes} are possible.");
    }

    private SagaStatus<TState> StatusOf(SagaHead head) => new(head.Id, head.Phase, Definition.Read(head.State))
    {
        Outcome = head.Outcome,
        Answer = head.Answer,
        IsAnswered = head.IsAnswered,
        Step = head.Step,
        Attempts = head.Attempts,
        Done = head.Done,
        FailedStep = head.FailedStep,
        Error = head.Error,
        StartedAt = head.StartedAt,
        Deadline = head.Deadline,
    };
}
