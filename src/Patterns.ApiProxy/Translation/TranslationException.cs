namespace Patterns.Translation;

/// <summary>A document cannot be translated. The message names the place, and quotes no values.</summary>
public sealed class TranslationException : NonRetryableException
{
    internal TranslationException(TranslationFault fault, string path, string reason, Exception? innerException = null)
        : base($"{path}: {reason}", innerException)
    {
        Fault = fault;
        Path = path;
    }

    /// <summary>What is wrong.</summary>
    public TranslationFault Fault { get; }

    /// <summary>Where: <c>$.lines[3].price</c> in JSON, <c>/order/line/price</c> in XML, the field's name in a form.</summary>
    public string Path { get; }
}
