using System.Buffers.Binary;
using System.Text;

namespace Singleton.Demo;

/// <summary>One connection in version 3.0 of PostgreSQL's protocol: https://www.postgresql.org/docs/current/protocol-message-formats.html.</summary>
internal sealed class StandInSession(Stream stream)
{
    private const int CancelRequest = 80877102;
    private static readonly TimeSpan Query = TimeSpan.FromMilliseconds(200);

    public async Task RunAsync(bool isRoom, CancellationToken cancellationToken)
    {
        // The startup message has a length, but no type; so has a request to cancel a query, which comes on a connection of its own.
        var startup = await ReadBodyAsync(cancellationToken);
        if (BinaryPrimitives.ReadInt32BigEndian(startup) == CancelRequest)
        {
            return;
        }

        if (!isRoom)
        {
            await WriteAsync('E', "SFATAL\0VFATAL\0C53300\0Msorry, too many clients already\0\0"u8.ToArray(), cancellationToken);
            return;
        }

        await WriteAsync('R', new byte[4], cancellationToken);
        await WriteAsync('S', "server_version\u000015.0\0"u8.ToArray(), cancellationToken);
        await WriteAsync('S', "client_encoding\u0000UTF8\0"u8.ToArray(), cancellationToken);
        await WriteAsync('K', new byte[8], cancellationToken);
        await WriteAsync('Z', "I"u8.ToArray(), cancellationToken);
        var type = new byte[1];
        while (await stream.ReadAtLeastAsync(type, 1, throwOnEndOfStream: false, cancellationToken) == 1 && type[0] != 'X')
        {
            await ReadBodyAsync(cancellationToken);
            await AnswerAsync((char)type[0], cancellationToken);
        }
    }

    private async Task AnswerAsync(char type, CancellationToken cancellationToken)
    {
        switch (type)
        {
            case 'P':
                await WriteAsync('1', [], cancellationToken);
                break;
            case 'B':
                await WriteAsync('2', [], cancellationToken);
                break;
            case 'D':
                await WriteAsync('n', [], cancellationToken);
                break;
            case 'E':
                await Task.Delay(Query, cancellationToken);
                await WriteAsync('C', "SELECT 0\0"u8.ToArray(), cancellationToken);
                break;
            case 'S':
                await WriteAsync('Z', "I"u8.ToArray(), cancellationToken);
                break;
            default:
                throw new IOException($"The stand-in does not know the message '{type}'.");
        }
    }

    private async Task<byte[]> ReadBodyAsync(CancellationToken cancellationToken)
    {
        var length = new byte[4];
        await stream.ReadExactlyAsync(length, cancellationToken);
        var body = new byte[BinaryPrimitives.ReadInt32BigEndian(length) - length.Length];
        await stream.ReadExactlyAsync(body, cancellationToken);
        return body;
    }

    private async Task WriteAsync(char type, byte[] body, CancellationToken cancellationToken)
    {
        var message = new byte[1 + 4 + body.Length];
        Encoding.ASCII.GetBytes([type], message);
        BinaryPrimitives.WriteInt32BigEndian(message.AsSpan(1), 4 + body.Length);
        body.CopyTo(message, 5);
        await stream.WriteAsync(message, cancellationToken);
    }
}
