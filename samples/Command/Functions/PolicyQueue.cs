using Patterns;
using Patterns.Aws;
using Patterns.Cqrs;

namespace Command.Functions;

/// <summary>The same commands from other services, in the order of their policy: its id is the message group.</summary>
public sealed class PolicyQueue() : CommandQueueHandler(
    Commands.In(Tables.Policies()),
    new RecordHandlerOptions { FailureDestination = Destination.From(Environment.GetEnvironmentVariable("FAILED_COMMANDS")!) });
