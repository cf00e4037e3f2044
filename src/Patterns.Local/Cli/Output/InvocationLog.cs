using System.Collections.Concurrent;
using System.Threading.Channels;
using Patterns.Local.Functions.Logs;
using Patterns.Local.Stacks;
using Patterns.Local.Templates;

namespace Patterns.Local.Cli.Output;

/// <summary>Shows what functions do, one line per invocation. A slow terminal costs lines and never holds up a function.</summary>
internal sealed class InvocationLog : IFunctionConsole, IAsyncDisposable
{
    private const int WaitingLines = 1000;

    private readonly Channel<Piece[]> _lines = Channel.CreateBounded<Piece[]>(new BoundedChannelOptions(WaitingLines) { SingleReader = true });
    private readonly ConcurrentDictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly IScreen _screen;
    private readonly InvocationLine _line;
    private readonly bool _showsFunctionLines;
    private readonly CancellationToken _stop;
    private readonly Task _writing;
    private int _leftOut;

    /// <param name="screen">Where lines go.</param>
    /// <param name="time">The clock of the lines.</param>
    /// <param name="showsFunctionLines">Whether to show what functions write, too.</param>
    /// <param name="stop">Ends the lines: functions that are ended by the same Ctrl-C have not failed.</param>
    public InvocationLog(IScreen screen, TimeProvider time, bool showsFunctionLines, CancellationToken stop)
    {
        _stop = stop;
        _screen = screen;
        _line = new InvocationLine(time);
        _showsFunctionLines = showsFunctionLines;
        _writing = Task.Run(WriteAsync, CancellationToken.None);
    }

    /// <summary>Lets lines name functions as the template does.</summary>
    public void Knows(ProvisionedStack stack)
    {
        foreach (var item in stack.Resources)
        {
            if (item.Type is FunctionResource.TypeName or "AWS::SQS::Queue" or "AWS::StepFunctions::StateMachine")
            {
                _names[item.Resource.Name!] = item.LogicalId;
            }
        }

        _line.Align(stack);
    }

    public void Invoked(InvocationReport report) => Add(_line.Of(NameOf(report.Function), TriggerOf(report), report));

    public void ExecutionEnded(ExecutionReport report) => Add(_line.Of(NameOf(report.Machine), report));

    public void LogLine(string function, string line)
    {
        if (_showsFunctionLines)
        {
            Add([new Piece($"{NameOf(function)} | ", Tone.Quiet), new Piece(line)]);
        }
    }

    public void Notice(string message) => Add(NoticeOf(message));

    public void NoticeAtEnd(string message) => Write(NoticeOf(message));

    /// <summary>Shows what is waiting, and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        _lines.Writer.TryComplete();
        await _writing.ConfigureAwait(false);
    }

    private string TriggerOf(InvocationReport report)
    {
        var trigger = report.Origin?.Trigger ?? "invoke";
        var space = trigger.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? trigger : $"{trigger[..space]} {NameOf(trigger[(space + 1)..])}";
    }

    private string NameOf(string function) => _names.GetValueOrDefault(function, function);

    private string Readable(string message)
    {
        foreach (var (name, logicalId) in _names)
        {
            message = message.Replace(name, logicalId, StringComparison.Ordinal);
        }

        return message;
    }

    private Piece[] NoticeOf(string message) => [new Piece("note  ", Tone.Warning), new Piece(Readable(message))];

    private void Add(Piece[] line)
    {
        if (!_stop.IsCancellationRequested)
        {
            Write(line);
        }
    }

    private void Write(Piece[] line)
    {
        if (!_lines.Writer.TryWrite(line))
        {
            Interlocked.Increment(ref _leftOut);
        }
    }

    private async Task WriteAsync()
    {
        await foreach (var line in _lines.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            _screen.Line(line);
            if (_lines.Reader.Count == 0 && Interlocked.Exchange(ref _leftOut, 0) is > 0 and var count)
            {
                _screen.Line(new Piece($"({count} lines were left out here)", Tone.Quiet));
            }
        }
    }
}
