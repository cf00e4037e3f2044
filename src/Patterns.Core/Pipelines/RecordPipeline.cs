using Patterns.Idempotency.Internal;
using Patterns.Records.Internal;

namespace Patterns;

/// <summary>The behaviours around a handler. They wrap it in the order in which they are added: the first one runs first.</summary>
/// <typeparam name="TMessage">The message's type.</typeparam>
public sealed class RecordPipeline<TMessage>
{
    private readonly List<(string Name, Func<RecordStep<TMessage>, RecordStep<TMessage>> Wrap)> _behaviours = [];

    private readonly List<IBatchBehaviour<TMessage>> _batchBehaviours = [];

    internal RecordPipeline()
    {
    }

    /// <summary>Those of the behaviours that take part per batch, in their order.</summary>
    internal IReadOnlyList<IBatchBehaviour<TMessage>> BatchBehaviours => _batchBehaviours;

    /// <summary>Adds a behaviour of your own.</summary>
    /// <param name="name">What the pipeline's description calls it.</param>
    /// <param name="wrap">Gets the next step and returns one that calls it, once, never or several times.</param>
    public RecordPipeline<TMessage> Use(string name, Func<RecordStep<TMessage>, RecordStep<TMessage>> wrap)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(wrap);
        _behaviours.Add((name, wrap));
        return this;
    }

    /// <summary>The behaviours' names in their order, each with an arrow behind it.</summary>
    public override string ToString() => string.Concat(_behaviours.Select(behaviour => behaviour.Name + " -> "));

    /// <summary>Adds a behaviour that takes part per batch as well.</summary>
    internal RecordPipeline<TMessage> Use(string name, IBatchBehaviour<TMessage> batch, Func<RecordStep<TMessage>, RecordStep<TMessage>> wrap)
    {
        _batchBehaviours.Add(batch);
        return Use(name, wrap);
    }

    internal RecordStep<TMessage> Build(RecordStep<TMessage> handler)
    {
        var step = _batchBehaviours.Count > 0 ? HandlerAttempt.Wrap(handler) : handler;
        for (var index = _behaviours.Count - 1; index >= 0; index--)
        {
            step = _behaviours[index].Wrap(step)
                ?? throw new InvalidOperationException($"The behaviour '{_behaviours[index].Name}' returned no step.");
        }

        return step;
    }
}
