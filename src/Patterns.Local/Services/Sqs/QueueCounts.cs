namespace Patterns.Local.Services.Sqs;

/// <summary>How many messages of a queue are in each of the states that a message can be in.</summary>
internal readonly record struct QueueCounts(int Visible, int InFlight, int Delayed)
{
    public int Total => Visible + InFlight + Delayed;
}
