using Patterns.Cqrs;

namespace Patterns.Aws.Tests.Cqrs;

/// <summary>Takes seats; the result is how many are taken then.</summary>
internal sealed class BookHandler(AggregateStore<int, Booking, Booking> halls) : CommandHandler<Booking, int>
{
    protected override async ValueTask<int> HandleAsync(Booking command, CommandContext context)
    {
        var decision = await halls.DecideAsync(command.Hall, command, context.Metadata, context.CancellationToken);
        context.Enlist(decision);
        return decision.After.State;
    }
}
