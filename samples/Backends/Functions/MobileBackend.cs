using Patterns.Backends;

namespace Backends.Functions;

/// <summary>The app's backend.</summary>
public sealed class MobileBackend() : BackendHandler(MobileContract.Define(Services.FromEnvironment()));
