using System.Text.Json;

namespace Patterns.Local.Services.DynamoDb.Streams.Wire;

/// <summary>One request: what it says, the streams that there are, and where the members of the answer go.</summary>
/// <param name="Streams">The streams of all tables, also the disabled ones that can still be read.</param>
/// <param name="Time">The clock.</param>
/// <param name="Input">The request.</param>
/// <param name="Answer">Inside the answer's object. Write nothing before all checks are done.</param>
internal sealed record StreamsCall(IReadOnlyList<TableStream> Streams, TimeProvider Time, StreamsInput Input, Utf8JsonWriter Answer)
{
    /// <exception cref="AwsException"><c>ResourceNotFoundException</c>.</exception>
    public TableStream Stream(string arn)
    {
        foreach (var stream in Streams)
        {
            if (stream.Arn == arn)
            {
                return stream;
            }
        }

        throw StreamErrors.StreamNotFound(arn);
    }
}
