using System.Text.Json;
using Patterns.Local.Services.Kinesis.Storage;

namespace Patterns.Local.Services.Kinesis.Wire;

/// <summary>One request: what it says, and where the members of the answer go.</summary>
/// <param name="Service">The streams.</param>
/// <param name="Input">The request.</param>
/// <param name="Answer">Inside the answer's object. Write nothing before all checks are done.</param>
internal sealed record KinesisCall(KinesisService Service, KinesisInput Input, Utf8JsonWriter Answer)
{
    public DateTimeOffset Now => Service.Aws.Time.GetUtcNow();

    /// <summary>The stream that the request names, by name, by ARN or by both.</summary>
    /// <exception cref="AwsException">It names none, there is no such stream, or the two differ.</exception>
    public KinesisStream Stream()
    {
        var (name, arn) = (Input.Text("StreamName"), Input.Text("StreamARN"));
        if (name is null && arn is null)
        {
            throw KinesisErrors.InvalidArgument("Either StreamName or StreamARN must be specified.");
        }

        if (arn is null)
        {
            Constraints.CheckStreamName(name!);
            return Service.Find(name!);
        }

        return FindByArn(arn) is var stream && (name is null || name == stream.Name)
            ? stream
            : throw KinesisErrors.InvalidArgument($"StreamName {name} is not the name in StreamARN {arn}.");
    }

    /// <summary>The stream of an operation that takes ARNs only.</summary>
    /// <param name="member">The member that has the ARN.</param>
    public KinesisStream StreamByArn(string member) => FindByArn(Input.Required(member));

    private KinesisStream FindByArn(string arn) =>
        Service.FindByArn(arn) ?? throw KinesisErrors.StreamNotFound(arn[(arn.IndexOf('/', StringComparison.Ordinal) + 1)..], Service.Aws.AccountId);
}
