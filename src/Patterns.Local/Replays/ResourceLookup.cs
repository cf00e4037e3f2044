using Patterns.Local.Services;
using Patterns.Local.Services.Lambda;
using Patterns.Local.Services.Sqs;

namespace Patterns.Local.Replays;

/// <summary>Finds queues and functions by what people call them: their name, address or ARN, or their name in the template.</summary>
internal sealed class ResourceLookup(SqsService sqs, LambdaService lambda)
{
    // What follows the logical id in the name of a resource that the template leaves unnamed.
    private const int Suffix = 13;

    /// <exception cref="AwsException">There is no such queue, or more than one.</exception>
    public SqsQueue Queue(string text)
    {
        if (sqs.TryFind(text, out var queue) || sqs.TryFindByArn(text, out queue))
        {
            return queue;
        }

        return text.Contains('/', StringComparison.Ordinal) ? sqs.Find(text) : Single(sqs.List(), candidate => candidate.Name, text, "queue");
    }

    /// <exception cref="AwsException">There is no such function, or more than one.</exception>
    public string Function(string text)
    {
        var functions = lambda.Functions.List();
        return functions.FirstOrDefault(function => function.Name == text || function.Arn == text)?.Name
            ?? Single(functions, function => function.Name, text, "function").Name;
    }

    private static T Single<T>(IReadOnlyList<T> all, Func<T, string> name, string logicalId, string kind)
    {
        var found = all.Where(candidate => IsNamedAfter(name(candidate), logicalId)).ToList();
        return found switch
        {
            [var one] => one,
            [] => throw new AwsException("ResourceNotFoundException", $"There is no {kind} '{logicalId}'; there are {Names(all.Select(name))}."),
            _ => throw new AwsException("ResourceNotFoundException", $"'{logicalId}' may be {Names(found.Select(name))}; say which."),
        };
    }

    private static string Names(IEnumerable<string> names) => string.Join(", ", names) is { Length: > 0 } text ? text : "none";

    private static bool IsNamedAfter(string name, string logicalId) =>
        name.Length > Suffix && name[^Suffix] == '-' && name.AsSpan(0, name.Length - Suffix).EndsWith($"-{logicalId}", StringComparison.Ordinal);
}
