using Patterns.Tables;

namespace Patterns.Sagas;

/// <summary>What a step gets besides the saga's state.</summary>
public sealed class SagaStepContext
{
    private readonly Action<TableWrite>? _enlist;

    internal SagaStepContext(string sagaId, string stepName, bool isUndo, int attempt, Action<TableWrite>? enlist, CancellationToken cancellationToken)
    {
        SagaId = sagaId;
        StepName = stepName;
        IsUndo = isUndo;
        Attempt = attempt;
        _enlist = enlist;
        CancellationToken = cancellationToken;
    }

    /// <summary>The saga.</summary>
    public string SagaId { get; }

    /// <summary>The step's name.</summary>
    public string StepName { get; }

    /// <summary>Whether the step is being undone.</summary>
    public bool IsUndo { get; }

    /// <summary>Which attempt this is, from 1. One that died counts.</summary>
    public int Attempt { get; }

    /// <summary>
    /// The same for every attempt at the step, and the same for doing and undoing it: <c>saga/step</c>. A receiver that knows its keys
    /// does a repeated request once, and refuses to do what it was told to undo before.
    /// </summary>
    public string IdempotencyKey => $"{SagaId}/{StepName}";

    /// <summary>Cancelled when the step's time-out or the invocation's deadline comes.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>
    /// Adds a write that takes effect in the same transaction that records the step, so that both happen or neither does. When its
    /// condition does not hold, an atomic step counts as refused; any other one, which may have had effects elsewhere, and an undoing count
    /// as what no retry can help.
    /// </summary>
    /// <param name="write">A write on the saga's table, or on another one of the same store (<see cref="TableWrite.Table"/>).</param>
    /// <exception cref="InvalidOperationException">A question is being asked, which changes nothing.</exception>
    public void Enlist(TableWrite write)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (_enlist is null)
        {
            throw new InvalidOperationException($"A question about step '{StepName}' must change nothing.");
        }

        _enlist(write);
    }
}
