using Patterns.Limits;

namespace Patterns.Cqrs;

/// <summary>What an <see cref="EventStore{TEvent}"/> may be told.</summary>
public sealed class EventStoreOptions
{
    // The head and the entry in the catalogue.
    private const int MostEvents = ServiceLimits.DynamoDbTransactionActions - 2;

    /// <summary>
    /// How many events one append takes. All are written in one transaction of at most 100 actions, two of which are the store's own;
    /// what is left is for what is enlisted beside. Default: 90; at most 98.
    /// </summary>
    public int MaxEventsPerAppend { get; init; } = 90;

    /// <summary>The clock by which events are dated. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    internal EventStoreOptions Validated()
    {
        var mistakes = new List<string>();
        if (MaxEventsPerAppend is < 1 or > MostEvents)
        {
            mistakes.Add($"{nameof(MaxEventsPerAppend)} must be from 1 to {MostEvents}, but is {MaxEventsPerAppend}.");
        }

        if (Time is null)
        {
            mistakes.Add($"{nameof(Time)} must not be null.");
        }

        return mistakes.Count == 0 ? this : throw new OptionsException(nameof(EventStoreOptions), mistakes);
    }
}
