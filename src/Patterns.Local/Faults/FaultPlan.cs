using System.Globalization;
using Patterns.Local.Functions;
using Patterns.Local.Functions.Logs;

namespace Patterns.Local.Faults;

/// <summary>The faults that a run injects, for example <c>kill=20</c>: twenty processes are killed while they handle an event.</summary>
/// <remarks>
/// How many invocations there will be is not known, so a kill follows the one before by a few invocations, and each strikes
/// somewhere within the time that the function took before. An invocation that ends first passes its fault on to the next.
/// </remarks>
internal sealed class FaultPlan : IInvocationFaults
{
    private const int MostInvocationsBetween = 4;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, TimeSpan> _typical = [];
    private readonly IFunctionConsole _console;
    private readonly Random _random;
    private readonly int _planned;
    private int _remaining;
    private int _armed;
    private int _pause;

    public FaultPlan(int kills, TimeProvider time, IFunctionConsole console, int seed = 1)
    {
        _planned = _remaining = kills;
        _console = console;
        _random = new Random(seed);
        Time = time;
    }

    /// <summary>How many kills are still to come.</summary>
    public int Remaining
    {
        get
        {
            lock (_lock)
            {
                return _remaining;
            }
        }
    }

    internal TimeProvider Time { get; }

    /// <summary>Reads <c>kind=count</c>.</summary>
    /// <exception cref="FunctionException">The kind is unknown or the count is no positive number.</exception>
    public static FaultPlan Parse(string text, TimeProvider time, IFunctionConsole console)
    {
        var parts = text.Split('=');
        if (parts is not ["kill", var count])
        {
            throw new FunctionException($"The fault '{text}' is unknown; there is kill=<count>.");
        }

        return int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var kills) && kills > 0
            ? new FaultPlan(kills, time, console)
            : throw new FunctionException($"The fault '{text}' needs a count above zero, for example kill=20.");
    }

    public IInvocationAttack? Attack(string function, string requestId, Action kill)
    {
        lock (_lock)
        {
            if (_remaining - _armed <= 0)
            {
                return null;
            }

            var strikes = _pause-- <= 0;
            _armed += strikes ? 1 : 0;
            _pause = strikes ? _random.Next(1, MostInvocationsBetween + 1) : _pause;
            return new KillAttack(this, function, requestId, kill, strikes ? Moment(function) : null);
        }
    }

    /// <summary>Learns how long an invocation takes when it is left alone, and gives back a fault that came too late.</summary>
    internal void Missed(string function, TimeSpan duration, bool wasArmed)
    {
        lock (_lock)
        {
            _typical[function] = duration;
            _armed -= wasArmed ? 1 : 0;
            _pause = wasArmed ? 0 : _pause;
        }
    }

    internal void Struck(string function, string requestId)
    {
        int number;
        lock (_lock)
        {
            _armed--;
            number = _planned - --_remaining;
        }

        _console.Notice($"Killed a process of {function} while it handled {requestId} ({number} of {_planned}).");
    }

    private TimeSpan Moment(string function) => _typical.GetValueOrDefault(function) * (_random.NextDouble() * 0.8);
}
