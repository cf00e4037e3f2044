namespace DataProcessing.Demo;

/// <summary>A text of the library, as the API names it.</summary>
internal sealed record Document(string Name, string Id);
