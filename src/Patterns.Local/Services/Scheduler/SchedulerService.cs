using Patterns.Local.Services.Dispatching;
using Patterns.Local.Services.Schedules;

namespace Patterns.Local.Services.Scheduler;

/// <summary>Schedules in groups, without HTTP.</summary>
/// <remarks>Thread-safe. Everything runs on the injected clock; the chance in windows and waits comes from the given source.</remarks>
internal sealed class SchedulerService : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly IDeliveryTargets _targets;
    private readonly Dispatcher _dispatcher;
    private readonly Random _random;

    /// <param name="aws">Names and clock.</param>
    /// <param name="targets">Reaches what schedules call.</param>
    /// <param name="notice">Told of runs that are lost.</param>
    /// <param name="random">The chance in windows and waits; used under a lock.</param>
    public SchedulerService(AwsEnvironment aws, IDeliveryTargets targets, Action<string> notice, Random? random = null)
    {
        Aws = aws;
        _targets = targets;
        _random = random ?? Random.Shared;
        _dispatcher = new Dispatcher(targets, aws.Time, _random, notice);
        Groups = new GroupRegistry(aws);
    }

    public AwsEnvironment Aws { get; }

    public GroupRegistry Groups { get; }

    public IEnumerable<Schedule> All => Groups.All.SelectMany(group => group.Schedules.Values);

    /// <exception cref="AwsException">The name is taken or not valid, or the target cannot be called here.</exception>
    public Schedule Create(string groupName, string name, ScheduleSettings settings)
    {
        ScheduleNames.Check(name, "name");
        Check(settings);
        var group = Groups.Get(groupName);
        lock (_lock)
        {
            if (group.Schedules.ContainsKey(name))
            {
                throw SchedulerErrors.ScheduleExists(name);
            }

            var schedule = new Schedule(group, name, Aws.Arn("scheduler", $"schedule/{group.Name}/{name}"), Aws.Time.GetUtcNow()) { Settings = settings };
            group.Schedules = group.Schedules.Add(name, schedule);
            Arm(schedule);
            return schedule;
        }
    }

    /// <summary>Replaces everything that the schedule says.</summary>
    /// <exception cref="AwsException">There is no such schedule, or the target cannot be called here.</exception>
    public Schedule Update(string groupName, string name, ScheduleSettings settings)
    {
        Check(settings);
        lock (_lock)
        {
            var schedule = Groups.Get(groupName).Get(name);
            schedule.Settings = settings;
            schedule.Modified = Aws.Time.GetUtcNow();
            Arm(schedule);
            return schedule;
        }
    }

    /// <exception cref="AwsException">There is no such schedule.</exception>
    public void Delete(string groupName, string name)
    {
        lock (_lock)
        {
            Remove(Groups.Get(groupName).Get(name));
        }
    }

    /// <summary>Deletes a group with its schedules.</summary>
    /// <exception cref="AwsException">There is no such group, or it is the default one.</exception>
    public void DeleteGroup(string name)
    {
        lock (_lock)
        {
            foreach (var schedule in Groups.Remove(name).Schedules.Values)
            {
                schedule.Dispose();
            }
        }
    }

    /// <summary>Runs a schedule at once; the next run is due when it would have been.</summary>
    public void Tick(Schedule schedule) => Send(schedule, schedule.Settings, Aws.Time.GetUtcNow());

    /// <summary>Completes when every run has arrived or is given up, retries included.</summary>
    public Task WhenIdleAsync() => _dispatcher.WhenIdleAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var schedule in All)
        {
            schedule.Dispose();
        }

        await _dispatcher.DisposeAsync().ConfigureAwait(false);
    }

    private void Check(ScheduleSettings settings)
    {
        if (!_targets.Knows(settings.Target.Arn))
        {
            throw SchedulerErrors.Validation($"Provided Arn is not valid: {settings.Target.Arn} is no resource of a service that schedules can call here.");
        }
    }

    private void Arm(Schedule schedule)
    {
        schedule.Alarm?.Dispose();
        schedule.Alarm = null;
        if (schedule.Settings.IsEnabled)
        {
            schedule.Alarm = new Alarm(Aws.Time, schedule.Settings.NextAfter, due => Ring(schedule, due));
            schedule.Alarm.Start(schedule.Settings.Since.AddTicks(-1));
        }
    }

    private void Ring(Schedule schedule, DateTimeOffset due)
    {
        var settings = schedule.Settings;
        var delay = settings.Window > TimeSpan.Zero ? settings.Window * Chance() : TimeSpan.Zero;
        if (delay > TimeSpan.Zero)
        {
            _ = SendLaterAsync(schedule, settings, due, delay);
        }
        else
        {
            Run(schedule, settings, due);
        }
    }

    private async Task SendLaterAsync(Schedule schedule, ScheduleSettings settings, DateTimeOffset due, TimeSpan delay)
    {
        try
        {
            await Task.Delay(delay, Aws.Time, schedule.Gone).ConfigureAwait(false);
            Run(schedule, settings, due);
        }
        catch (OperationCanceledException)
        {
            // Deleted while its window was open.
        }
    }

    private void Run(Schedule schedule, ScheduleSettings settings, DateTimeOffset due)
    {
        Send(schedule, settings, due);
        if (settings.DeletesItself && settings.NextAfter(due) is null)
        {
            lock (_lock)
            {
                Remove(schedule);
            }
        }
    }

    private void Send(Schedule schedule, ScheduleSettings settings, DateTimeOffset due) => _dispatcher.Send(
        new ScheduleDispatch(Aws, schedule, settings.Target, due)
        {
            TargetArn = settings.Target.Arn,
            Policy = settings.Target.Retries,
            DeadLetterArn = settings.Target.DeadLetterArn,
        });

    private static void Remove(Schedule schedule)
    {
        if (schedule.Group.Schedules.GetValueOrDefault(schedule.Name) != schedule)
        {
            return;
        }

        schedule.Group.Schedules = schedule.Group.Schedules.Remove(schedule.Name);
        schedule.Dispose();
    }

    private double Chance()
    {
        lock (_lock)
        {
            return _random.NextDouble();
        }
    }
}
