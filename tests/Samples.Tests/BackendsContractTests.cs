using Backends.Functions;
using Patterns.Backends;
using Patterns.Testing;

namespace Samples.Tests;

public sealed class BackendsContractTests
{
    /// <summary>After an addition, run this test once with PUBLISH_CONTRACTS=1, and commit the files.</summary>
    [Fact]
    public void What_was_published_to_the_web_page_and_the_app_is_kept()
    {
        var services = new Services(new FixedAddresses([]));
        var published = new ContractFolder(Path.Combine(PatternsTool.Root, "samples", "Backends", "contracts"));
        var contracts = new[] { WebContract.Define(services), MobileContract.Define(services) }
            .SelectMany(contract => contract.Operations)
            .Select(operation => new JsonContract(operation.Name, operation.Reply, operation.Body))
            .ToList();
        if (Environment.GetEnvironmentVariable("PUBLISH_CONTRACTS") == "1")
        {
            published.Publish(contracts);
        }

        Assert.Empty(published.Check(contracts));
    }
}
