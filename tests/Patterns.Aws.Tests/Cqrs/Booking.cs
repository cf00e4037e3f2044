namespace Patterns.Aws.Tests.Cqrs;

/// <summary>What happens to a hall, and what is asked for: so many seats are taken, or given back when the number is negative.</summary>
public sealed record Booking(string Hall, int Seats, string Note = "");
