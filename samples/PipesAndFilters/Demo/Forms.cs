using System.Diagnostics;
using Amazon.SQS;

namespace PipesAndFilters.Demo;

/// <summary>The two forms side by side.</summary>
internal sealed class Forms : IDisposable
{
    // A dead letter names the message that it was.
    private const string Cause = "ce-causationid";
    private static readonly TimeSpan LineEvery = TimeSpan.FromSeconds(3);
    private readonly AmazonSQSClient _sqs = new();
    private readonly Inlet[] _inlets;

    public Forms(StackOutputs stack)
    {
        _inlets = [new(_sqs, stack.FilesPipeUrl), new(_sqs, stack.WholeFilesPipeUrl)];
        Deployed = new Form("three functions", new Outlet(_sqs, stack.ResultsUrl), new Dictionary<string, Outlet>
        {
            ["split lines"] = new(_sqs, stack.FilesDeadLettersUrl, Cause),
            ["parse line"] = new(_sqs, stack.LinesDeadLettersUrl, Cause),
            ["unbundle, price"] = new(_sqs, stack.OrdersDeadLettersUrl, Cause),
        });
        Whole = new Form("one function", new Outlet(_sqs, stack.WholeResultsUrl), new Dictionary<string, Outlet>
        {
            ["all"] = new(_sqs, stack.WholeFilesDeadLettersUrl, Cause),
        });
    }

    public Form Deployed { get; }

    public Form Whole { get; }

    public Task SendAsync(IReadOnlyList<ImportFile> files) => Task.WhenAll(_inlets.Select(inlet => inlet.SendAsync(files)));

    /// <summary>Reads until both forms have all that must come of the files, or patience ends.</summary>
    public async Task CollectAsync(Files files, TimeSpan patience)
    {
        var all = files.Expected.Values.Sum(lines => lines.Count);
        var inWhole = files.Expected.Where(file => !files.WithBadLine.Contains(file.Key)).Sum(file => file.Value.Count);
        var clock = Stopwatch.StartNew();
        var nextLine = TimeSpan.Zero;
        for (var isDone = false; !isDone && clock.Elapsed < patience;)
        {
            var arrived = await Deployed.ReadAsync() + await Whole.ReadAsync();
            isDone = arrived == 0 && IsDone(Deployed, all) && IsDone(Whole, inWhole);
            if (isDone || clock.Elapsed >= nextLine)
            {
                Console.WriteLine($"  {clock.Elapsed.TotalSeconds,4:F0} s  {Deployed.Results.ById.Count,4} of {all} results by three functions, {Whole.Results.ById.Count,4} of {inWhole} by one");
                nextLine = clock.Elapsed + LineEvery;
            }
        }

        bool IsDone(Form form, int results) => form.Results.ById.Count >= results && form.Dead >= files.WithBadLine.Count;
    }

    public void Dispose() => _sqs.Dispose();
}
