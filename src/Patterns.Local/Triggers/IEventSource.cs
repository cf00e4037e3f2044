namespace Patterns.Local.Triggers;

/// <summary>Reads a source and invokes a function with what it finds, until it is disposed.</summary>
internal interface IEventSource : IAsyncDisposable
{
    /// <summary>The last thing that happened, as the API of mappings shows it.</summary>
    string LastProcessingResult { get; }
}
