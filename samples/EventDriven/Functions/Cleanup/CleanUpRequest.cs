using EventDriven.Functions.Http;

namespace EventDriven.Functions.Cleanup;

/// <summary>What callers of the cleanup service's API send.</summary>
/// <param name="Kind">An asset or an insurance.</param>
/// <param name="Id">Which one.</param>
/// <param name="Version">The version that it has now.</param>
public sealed record CleanUpRequest(string Kind, string Id, int Version)
{
    public bool IsValid => Kind is "asset" or "insurance" && Name.IsValid(Id) && Version > 0;
}
