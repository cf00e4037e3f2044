using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;

namespace Patterns.Local.Services.Wire;

/// <summary>Reads a request whole, up to a limit, without copying it out of the pipe.</summary>
internal static class RequestBody
{
    /// <summary>The buffered body; the caller gives it back with <see cref="PipeReader.AdvanceTo(SequencePosition)"/>.</summary>
    /// <exception cref="AwsException">The body is longer than <paramref name="limit"/>.</exception>
    public static async ValueTask<ReadOnlySequence<byte>> ReadAsync(HttpRequest request, long limit, CancellationToken cancellationToken)
    {
        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (read.Buffer.Length > limit)
            {
                reader.AdvanceTo(read.Buffer.End);
                throw new AwsException("RequestEntityTooLarge", $"Request size exceeds the limit of {limit} bytes.", StatusCodes.Status413PayloadTooLarge);
            }

            if (read.IsCompleted)
            {
                return read.Buffer;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
