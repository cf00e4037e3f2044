using Patterns.Backends;

namespace Backends.Functions;

/// <summary>The web page's backend.</summary>
public sealed class WebBackend() : BackendHandler(WebContract.Define(Services.FromEnvironment()));
