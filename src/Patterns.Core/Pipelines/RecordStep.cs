namespace Patterns;

/// <summary>The handler, or a behaviour with the handler behind it.</summary>
/// <param name="message">The message.</param>
/// <param name="context">Its record.</param>
/// <typeparam name="TMessage">The message's type.</typeparam>
public delegate ValueTask RecordStep<in TMessage>(TMessage message, RecordContext context);
