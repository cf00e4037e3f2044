using Patterns;
using Patterns.Aws;
using Patterns.DataProcessing;
using Patterns.Outbound;

namespace DataProcessing.Functions;

/// <summary>Takes the parts that failed at every try, keeps their messages for whoever looks into it, and lets their jobs end.</summary>
public sealed class BuryParts() : DeadPartHandler(Jobs.CreateOptions(), Graveyard, new RecordHandlerOptions { FailureDestination = Graveyard })
{
    private static readonly IDestination Graveyard = Destination.From(Environment.GetEnvironmentVariable("BURIED_PARTS")!);
}
