using System.Text;
using Patterns.Local.Services.Sqs.Wire;

namespace Patterns.Local.Services.Sqs.Operations;

/// <summary>A part of a list of queues, and the token that asks for the next one.</summary>
internal readonly record struct Page(IEnumerable<string> Urls, string? NextToken)
{
    private const int Maximum = 1_000;

    /// <summary>Without <c>MaxResults</c> the answer holds up to 1,000 queues and no token, as the service has it.</summary>
    public static Page Of(IReadOnlyList<SqsQueue> queues, SqsInput input)
    {
        if (input.MaxResults is < 1 or > Maximum)
        {
            throw SqsErrors.InvalidParameterValue("MaxResults", $"{input.MaxResults}", $"Must be between 1 and {Maximum}, if provided.");
        }

        var after = NameIn(input.NextToken);
        var rest = queues.Where(queue => after is null || string.CompareOrdinal(queue.Name, after) > 0).ToList();
        var size = input.MaxResults ?? Maximum;
        var next = input.MaxResults is not null && rest.Count > size ? TokenOf(rest[size - 1].Name) : null;
        return new Page(rest.Take(size).Select(queue => queue.Url), next);
    }

    private static string TokenOf(string name) => Convert.ToBase64String(Encoding.UTF8.GetBytes(name));

    private static string? NameIn(string? token)
    {
        try
        {
            return token is null ? null : Encoding.UTF8.GetString(Convert.FromBase64String(token));
        }
        catch (FormatException)
        {
            throw SqsErrors.InvalidParameterValue("Invalid or expired next token.");
        }
    }
}
