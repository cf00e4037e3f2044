using Patterns.Cqrs;

namespace Cqrs.Functions;

/// <summary>Takes commands. Anyone may send them here: a real one has an authorizer, see samples/Command.</summary>
public sealed class WriteApi() : CommandApiHandler(Policies.Commands, new CommandApiOptions { AllowsAnonymous = true });
