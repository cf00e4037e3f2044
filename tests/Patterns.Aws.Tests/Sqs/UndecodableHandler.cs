namespace Patterns.Aws.Tests.Sqs;

/// <summary>Can read no message.</summary>
internal sealed class UndecodableHandler(IDestination failures)
    : RecordHandler<string>((_, _) => throw new FormatException("cannot read"), new RecordHandlerOptions { FailureDestination = failures })
{
    protected override ValueTask HandleAsync(string message, RecordContext context) => ValueTask.CompletedTask;
}
