using Patterns.Cqrs;

namespace Command.Functions;

/// <summary>POST /commands: one endpoint, many commands.</summary>
public sealed class PolicyApi() : CommandApiHandler(Commands.In(Tables.Policies()));
