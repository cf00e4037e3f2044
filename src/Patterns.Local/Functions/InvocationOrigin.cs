namespace Patterns.Local.Functions;

/// <summary>What caused an invocation, for people who watch.</summary>
/// <param name="Trigger">The kind of trigger and its name, for example <c>sqs Orders</c>.</param>
/// <param name="Records">How many records the event has.</param>
internal readonly record struct InvocationOrigin(string Trigger, int Records = 1);
