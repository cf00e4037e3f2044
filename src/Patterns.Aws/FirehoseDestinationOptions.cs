namespace Patterns.Aws;

/// <summary>How messages are written into a delivery stream.</summary>
public sealed class FirehoseDestinationOptions
{
    /// <summary>
    /// Whether each record is one line and ends with a line feed, so that the delivered files have one message a line: Firehose puts
    /// nothing between records. Line breaks between the tokens of a JSON body become spaces. Default: true.
    /// </summary>
    public bool AppendsNewLine { get; init; } = true;
}
