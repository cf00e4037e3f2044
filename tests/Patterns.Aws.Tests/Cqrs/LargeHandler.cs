using Patterns.Cqrs;

namespace Patterns.Aws.Tests.Cqrs;

/// <summary>Appends events of a given size to a new hall, and replies with a text of a given size.</summary>
internal sealed class LargeHandler(EventStore<Booking> events, IEnumerable<int> sizes, int reply) : CommandHandler<string, string>
{
    protected override ValueTask<string> HandleAsync(string command, CommandContext context)
    {
        foreach (var write in events.PrepareAppend("large", 0, [.. sizes.Select(size => new Booking("large", 1, new string('n', size)))], context.Metadata))
        {
            context.Enlist(write);
        }

        return new(new string('r', reply));
    }
}
