using System.Text.Json;
using EventDriven.Functions;
using EventDriven.Functions.Cleanup;
using EventDriven.Functions.Events;
using EventDriven.Functions.Portfolio;
using Patterns.Testing;

namespace Samples.Tests;

public sealed class EventDrivenContractTests
{
    private static readonly string Asset = JsonSerializer.Serialize(new AssetUpdated("a-1", 3, "anna", 12.5m), Json.Default.AssetUpdated);
    private static readonly string Insurance = JsonSerializer.Serialize(new InsuranceUpdated("i-1", 2, "ben", 40m), Json.Default.InsuranceUpdated);

    /// <summary>After an addition, run this test once with PUBLISH_CONTRACTS=1, and commit the files.</summary>
    [Fact]
    public void What_was_promised_of_each_event_is_kept()
    {
        var published = new ContractFolder(Path.Combine(PatternsTool.Root, "samples", "EventDriven", "contracts"));
        JsonContract[] contracts =
        [
            new(AssetUpdated.Type, Json.Default.AssetUpdated),
            new(InsuranceUpdated.Type, Json.Default.InsuranceUpdated),
        ];
        if (Environment.GetEnvironmentVariable("PUBLISH_CONTRACTS") == "1")
        {
            published.Publish(contracts);
        }

        Assert.Empty(published.Check(contracts));
    }

    [Fact]
    public void Subscribers_read_with_types_of_their_own_what_the_services_publish()
    {
        Assert.Equal(new AssetValue("a-1", 3, "anna", 12.5m), JsonSerializer.Deserialize(Asset, Json.Default.AssetValue));
        Assert.Equal(new Update("a-1", 3), JsonSerializer.Deserialize(Asset, Json.Default.Update));
        Assert.Equal(new Update("i-1", 2), JsonSerializer.Deserialize(Insurance, Json.Default.Update));
    }

    [Fact]
    public void Subscribers_pass_over_what_a_newer_release_adds()
    {
        var newer = Asset.Replace("{", """{"currency":"EUR",""", StringComparison.Ordinal);

        Assert.Equal(new AssetValue("a-1", 3, "anna", 12.5m), JsonSerializer.Deserialize(newer, Json.Default.AssetValue));
    }

    [Fact]
    public void Subscribers_refuse_an_event_that_lacks_what_they_read()
    {
        var incomplete = """{"id":"a-1","owner":"anna","value":1}""";

        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(incomplete, Json.Default.AssetValue));
    }
}
