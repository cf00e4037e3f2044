namespace Patterns.Local.Functions;

/// <summary>Runs a function once and waits for its result: what every trigger stands on.</summary>
internal interface IFunctionInvoker
{
    /// <summary>Runs the function; an error of the function is part of the result.</summary>
    /// <param name="functionName">The plain name, without ARN or qualifier.</param>
    /// <param name="payload">The event, at most 6 MB of JSON.</param>
    /// <param name="options">What goes along with the event.</param>
    /// <param name="cancellationToken">Ends the waiting; the invocation itself goes on, as on Lambda.</param>
    /// <exception cref="Services.AwsException">
    /// <c>ResourceNotFoundException</c>, <c>TooManyRequestsException</c> with its reason, or <c>RequestTooLargeException</c>.
    /// </exception>
    Task<InvocationResult> InvokeAsync(string functionName, ReadOnlyMemory<byte> payload, InvocationOptions options, CancellationToken cancellationToken);
}
