namespace Singleton.Demo;

/// <summary>What became of a request: how often it was served, and how often the database refused it.</summary>
internal sealed record Served(string Id, int Times, int Refusals);
