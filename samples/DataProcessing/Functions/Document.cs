namespace DataProcessing.Functions;

/// <summary>A text that is in the library. The id is the hash of the text, so that a job means the same words for ever.</summary>
public sealed record Document(string Name, string Id);
