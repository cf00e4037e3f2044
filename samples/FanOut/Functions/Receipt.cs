namespace FanOut.Functions;

/// <summary>What a receiver says once it is done with an order.</summary>
public sealed record Receipt(string Receiver, string OrderId, int Attempt);
