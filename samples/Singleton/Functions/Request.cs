namespace Singleton.Functions;

/// <summary>Asks a function to do its work.</summary>
public sealed record Request(string Id);
