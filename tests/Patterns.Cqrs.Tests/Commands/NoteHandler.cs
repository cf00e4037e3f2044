namespace Patterns.Cqrs.Tests.Commands;

/// <summary>Appends the same events each time, and returns a large text.</summary>
internal sealed class NoteHandler(EventStore<string> notes, IReadOnlyList<string> events) : CommandHandler<string, string>
{
    protected override ValueTask<string> HandleAsync(string command, CommandContext context)
    {
        foreach (var write in notes.PrepareAppend("n", 0, events, context.Metadata))
        {
            context.Enlist(write);
        }

        return new(new string('r', 400_000));
    }
}
