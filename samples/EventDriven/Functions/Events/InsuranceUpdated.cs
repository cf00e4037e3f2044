namespace EventDriven.Functions.Events;

/// <summary>An insurance has a new premium: what the insurance service promises to everybody.</summary>
/// <param name="Id">The insurance.</param>
/// <param name="Version">Which version of the insurance it is; each is 1 above the one before.</param>
/// <param name="Owner">Who is insured.</param>
/// <param name="Premium">What it costs a month.</param>
public sealed record InsuranceUpdated(string Id, int Version, string Owner, decimal Premium)
{
    public const string Type = "insurance.updated.v1";
    public const string Source = "/insurances";
}
