namespace TransactionalFanOut.Demo;

/// <summary>What a receiver heard of an order, in the order in which it heard it first, and how often it heard something again.</summary>
internal sealed record LedgerLine(string Receiver, string OrderId, IReadOnlyList<string> Messages, int Repeated);
