using Patterns.Outbound;

namespace Patterns.DataProcessing;

/// <summary>What a <see cref="SplitHandler{TJob, TPart}"/> is told.</summary>
/// <typeparam name="TJob">The job.</typeparam>
public sealed class SplitOptions<TJob>
{
    /// <summary>What all handlers of the job are told alike.</summary>
    public required JobOptions Jobs { get; init; }

    /// <summary>The queue of the <see cref="MapHandler{TPart, TPartResult}"/>.</summary>
    public required IDestination Mappers { get; init; }

    /// <summary>
    /// The job's id, at most 900 bytes: a job of the same id is the same job. Default: null, which means the message's id.
    /// </summary>
    public Func<TJob, string>? JobId { get; init; }

    /// <summary>The CloudEvents type of the parts. Default: null, none.</summary>
    public string? PartType { get; init; }

    internal SplitOptions<TJob> Validated()
    {
        if (Jobs is null || Mappers is null)
        {
            throw new OptionsException("SplitOptions", [$"{nameof(Jobs)} and {nameof(Mappers)} must not be null."]);
        }

        Jobs.Validated();
        return this;
    }
}
