namespace Patterns.OneWayChain.Tests;

/// <summary>Every queue of the tests' events is called <c>orders</c>.</summary>
internal sealed class BuryDocuments(IDestination failures, string step = "validate")
    : ChainFailureHandler(new ChainFailureOptions
    {
        Failures = failures,
        Steps = new Dictionary<string, string> { ["orders"] = step },
        Outbound = new OutboundOptions { MaxAttempts = 1 },
    });
