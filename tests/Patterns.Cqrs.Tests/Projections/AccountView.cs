namespace Patterns.Cqrs.Tests.Projections;

/// <summary>A row of any of the views: how much there is, and how many changes came into it.</summary>
public sealed record AccountView(long Balance, long Changes);
