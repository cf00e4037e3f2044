using EventDriven.Functions.Events;
using Patterns;
using Patterns.Aws;
using Patterns.FanOut;
using Patterns.Outbound;

namespace EventDriven.Functions.Insurance;

/// <summary>Publishes what the table's stream tells of.</summary>
public sealed class RelayInsurances() : ChangeRelayHandler<PolicyRow>(
    Json.Default.TableChangePolicyRow,
    new FanOutOptions<Envelope> { Routes = [new FanOutRoute<Envelope>(Destination.From(Environment.GetEnvironmentVariable("BUS")!))] },
    new RecordHandlerOptions { PartitionKeyName = "pk", FailureDestination = Destination.From(Environment.GetEnvironmentVariable("UNPUBLISHED")!) })
{
    protected override IEnumerable<Envelope> Map(TableChange<PolicyRow> change, RecordContext context) =>
        change.New is { } policy ? [EventOf(policy).CausedBy(context)] : [];

    private static Envelope EventOf(PolicyRow policy)
    {
        var message = new InsuranceUpdated(policy.Pk, policy.Version, policy.Owner, policy.Premium);
        var envelope = Envelope.Json($"{InsuranceUpdated.Type}/{policy.Pk}/{policy.Version}", message, Json.Default.InsuranceUpdated, InsuranceUpdated.Type);
        return envelope with { Source = InsuranceUpdated.Source, Subject = policy.Pk };
    }
}
