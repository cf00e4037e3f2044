namespace Patterns.Periodical;

/// <summary>Time ran out while ticks were still due. Those that were run are done; the next event, or this one again, goes on with the rest.</summary>
public sealed class PeriodicalBacklogException : Exception
{
    internal PeriodicalBacklogException(string name, DateTimeOffset next)
        : base($"Time ran out before all ticks of '{name}' were run that are due; the next one is that of {next.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}.")
    {
        Name = name;
        Next = next;
    }

    /// <summary>What runs periodically.</summary>
    public string Name { get; }

    /// <summary>The first tick that is still due.</summary>
    public DateTimeOffset Next { get; }
}
