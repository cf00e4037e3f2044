using Patterns.Aws;
using Patterns.FanIn;

namespace FanIn.Functions;

/// <summary>The requests that wait for quotes: the function that opens them and those that end them mean the same ones.</summary>
public static class OpenRequests
{
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    public static FanInStore Store { get; } = new(Table.From(Environment.GetEnvironmentVariable("TABLE")!), new FanInStoreOptions
    {
        Name = "quotes",
        Timeout = LongestWait,

        // Less than the visibility timeout of the timer queue: a sweep that comes again ends what its predecessor left half done.
        ResumeAfter = TimeSpan.FromSeconds(20),
    });
}
