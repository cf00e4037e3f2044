using System.Collections.Concurrent;

namespace Patterns.Local.Services.StepFunctions.StateMachines;

/// <summary>The state machines of the account.</summary>
internal sealed class StateMachineRegistry(AwsEnvironment aws, StepFunctionsArns arns)
{
    private readonly ConcurrentDictionary<string, StateMachine> _machines = new(StringComparer.Ordinal);
    private readonly Lock _changes = new();

    /// <summary>All of them by name.</summary>
    public IReadOnlyList<StateMachine> All => [.. _machines.Values.OrderBy(machine => machine.Name, StringComparer.Ordinal)];

    /// <summary>Makes the state machine, or gives the one back that has the same name, definition, type and configuration.</summary>
    /// <exception cref="AwsException">Name or definition are not valid, or the existing one differs or is being deleted.</exception>
    public StateMachine Create(NewStateMachine wanted)
    {
        NameRules.Check(wanted.Name);
        var definition = DefinitionCheck.Checked(wanted.Definition, wanted.Type);
        var arn = arns.Machine(wanted.Name);
        lock (_changes)
        {
            if (_machines.TryGetValue(arn, out var existing))
            {
                return Same(existing, wanted);
            }

            var now = aws.Time.GetUtcNow();
            var settings = new StateMachineSettings(wanted.Definition, definition, wanted.RoleArn) { Logging = wanted.Logging, Tracing = wanted.Tracing, UpdatedAt = now };
            var machine = new StateMachine(wanted.Name, arn, wanted.Type, settings, now);
            machine.Tags.Set(wanted.Tags);
            return _machines[arn] = machine;
        }
    }

    /// <summary>Changes what is given; executions that run go on as they are.</summary>
    /// <exception cref="AwsException">There is no such machine, nothing is given, or the definition is not valid.</exception>
    public StateMachineSettings Update(string arn, string? definition, string? roleArn, string? logging, string? tracing)
    {
        var machine = Find(arn);
        if (machine.IsDeleting)
        {
            throw StepFunctionsErrors.StateMachineDeleting(arn);
        }

        if ((definition ?? roleArn ?? logging ?? tracing) is null)
        {
            throw StepFunctionsErrors.MissingUpdate();
        }

        var parsed = definition is null ? null : DefinitionCheck.Checked(definition, machine.Type);
        lock (_changes)
        {
            var old = machine.Settings;
            var settings = new StateMachineSettings(definition ?? old.DefinitionText, parsed ?? old.Definition, roleArn ?? old.RoleArn)
            {
                Logging = logging ?? old.Logging,
                Tracing = tracing ?? old.Tracing,
                UpdatedAt = aws.Time.GetUtcNow(),
            };
            machine.Change(settings);
            return settings;
        }
    }

    /// <exception cref="AwsException">There is no such machine, or this can be none.</exception>
    public StateMachine Find(string arn)
    {
        StepFunctionsArns.CheckMachine(arn);
        return _machines.GetValueOrDefault(arn) ?? throw StepFunctionsErrors.StateMachineDoesNotExist(arn);
    }

    /// <summary>The state machine of an execution; null when it is gone.</summary>
    public StateMachine? OfExecution(string executionArn) =>
        executionArn.Split(':') is [_, _, _, _, _, _, var name, ..] ? _machines.GetValueOrDefault(arns.Machine(name)) : null;

    /// <summary>Starts nothing more of the machine, and forgets it with its executions once the last one has ended. One that is not there is no error.</summary>
    /// <exception cref="AwsException">This can be no machine.</exception>
    public void Delete(string arn)
    {
        StepFunctionsArns.CheckMachine(arn);
        if (_machines.TryGetValue(arn, out var machine))
        {
            machine.BeginDeleting();
            ForgetIfDeleted(machine);
        }
    }

    /// <summary>To be called whenever an execution has ended.</summary>
    public void ForgetIfDeleted(StateMachine machine)
    {
        if (machine.IsDeleting && machine.Executions.Running == 0)
        {
            _machines.TryRemove(KeyValuePair.Create(machine.Arn, machine));
        }
    }

    private static StateMachine Same(StateMachine existing, NewStateMachine wanted)
    {
        if (existing.IsDeleting)
        {
            throw StepFunctionsErrors.StateMachineDeleting(existing.Arn);
        }

        var settings = existing.Settings;
        return settings.DefinitionText == wanted.Definition && existing.Type == wanted.Type && settings.Logging == wanted.Logging && settings.Tracing == wanted.Tracing
            ? existing
            : throw StepFunctionsErrors.StateMachineAlreadyExists(existing.Arn);
    }
}
