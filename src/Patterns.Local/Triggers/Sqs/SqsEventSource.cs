using Patterns.Local.Functions;
using Patterns.Local.Functions.Logs;
using Patterns.Local.Services;
using Patterns.Local.Services.EventPatterns;
using Patterns.Local.Services.Lambda.Mappings;
using Patterns.Local.Services.Sqs;
using Patterns.Local.Services.Sqs.Messages;

namespace Patterns.Local.Triggers.Sqs;

/// <summary>Takes batches of messages from a queue, and runs each through the function while others are being gathered.</summary>
internal sealed class SqsEventSource : IEventSource
{
    private readonly CancellationTokenSource _stop = new();
    private readonly SqsQueue _queue;
    private readonly BatchSlots _slots;
    private readonly BatchCollector _collector;
    private readonly BatchRun _run;
    private readonly IFunctionConsole _console;
    private readonly string _function;
    private Task _reading = Task.CompletedTask;

    public SqsEventSource(SqsQueue queue, EventSourceMappingSettings settings, EventPattern[] filters, AwsEnvironment aws, IFunctionInvoker invoker, IFunctionConsole console, SqsEventSourceOptions options)
    {
        _queue = queue;
        _console = console;
        _function = settings.Function.Name;
        _slots = new BatchSlots(options.InitialConcurrency, settings.MaximumConcurrency ?? options.MaximumConcurrency, aws.Time);
        _collector = new BatchCollector(queue, settings, new MessageFilter(filters, queue.Arn, aws.Region), aws.Time);
        _run = new BatchRun(queue, settings, aws, invoker, console, _slots);
    }

    public string LastProcessingResult { get; private set; } = "No records processed";

    public void Start() => _reading = Task.Run(ReadAsync);

    /// <summary>Stops reading; batches that the function is working on go on, and their messages are deleted as they should.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _reading.ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task ReadAsync()
    {
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                await _slots.TakeAsync(_stop.Token).ConfigureAwait(false);
                _ = RunAsync(await _collector.NextAsync(_stop.Token).ConfigureAwait(false));
            }
        }
        catch (OperationCanceledException)
        {
            // The mapping was disabled, changed or deleted.
        }
        catch (AwsException exception)
        {
            LastProcessingResult = $"PROBLEM: {exception.Message}";
            _console.Notice($"{_function} no longer reads {_queue.Arn}: {exception.Message}");
        }
    }

    private async Task RunAsync(IReadOnlyList<ReceivedMessage> batch)
    {
        try
        {
            LastProcessingResult = await _run.RunAsync(batch, _stop.Token).ConfigureAwait(false);
        }
        finally
        {
            _slots.Release();
        }
    }
}
