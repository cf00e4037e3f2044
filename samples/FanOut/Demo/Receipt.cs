namespace FanOut.Demo;

internal sealed record Receipt(string Receiver, string OrderId, int Attempt);
