namespace Patterns.Facade.Internal;

/// <summary>What became of a part, its value, and the exception that tells why it is not fresh.</summary>
internal sealed record PartOutcome(PartReport Report, object? Value, Exception? Failure)
{
    public bool IsThere => Report.State != PartState.Missing;
}
