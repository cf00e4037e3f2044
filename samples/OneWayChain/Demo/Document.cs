namespace OneWayChain.Demo;

/// <param name="Id">The document, and its chain.</param>
/// <param name="Title">Decides on its shelf.</param>
/// <param name="Text">What the index reads.</param>
/// <param name="Scanner">How the scanner behaves: null, busy or broken.</param>
internal sealed record Document(string Id, string Title, string Text, string? Scanner);
