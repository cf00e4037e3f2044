namespace Patterns.Cqrs.Tests.Commands;

public sealed record MoveMoney(string Account, params long[] Amounts);
