namespace EventDriven.Functions.Insurance;

/// <summary>A policy in the table's stream. Nobody but this service knows what its items look like.</summary>
/// <param name="Pk">The insurance's id.</param>
/// <param name="Owner">Who is insured.</param>
/// <param name="Premium">What it costs a month.</param>
/// <param name="Version">Which version it is.</param>
public sealed record PolicyRow(string Pk, string Owner, decimal Premium, int Version);
