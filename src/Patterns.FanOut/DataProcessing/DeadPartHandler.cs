using Patterns.DataProcessing.Internal;
using Patterns.Outbound;

namespace Patterns.DataProcessing;

/// <summary>Writes down the parts that came to the mappers' dead-letter queue, so that their jobs come to an end.</summary>
/// <remarks>
/// <para>A part that has ended otherwise before stays as it is. The bodies are not read.</para>
/// <para>Guarantee: every part counts once (effect-once).</para>
/// </remarks>
public abstract class DeadPartHandler : RecordHandler<ReadOnlyMemory<byte>>
{
    private readonly PartReports _reports;
    private readonly OutboundWriter? _archive;

    /// <summary>Makes the handler. Mistakes show here, so that they fail the cold start.</summary>
    /// <param name="jobs">Where parts are written down.</param>
    /// <param name="archive">Where the messages go, as they came, before they are written down; null for nowhere.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    protected DeadPartHandler(JobOptions jobs, IDestination? archive = null, RecordHandlerOptions? options = null)
        : base(static (_, _) => default, options)
    {
        ArgumentNullException.ThrowIfNull(jobs);
        _reports = new PartReports(jobs);
        _archive = archive is null ? null : new OutboundWriter(archive, jobs.Outbound);
    }

    /// <inheritdoc/>
    protected sealed override async ValueTask HandleAsync(ReadOnlyMemory<byte> message, RecordContext context)
    {
        var part = PartOf(context);
        if (_archive is not null)
        {
            await _archive.SendAsync([Envelope.CopyOf(context)], context.CancellationToken).ConfigureAwait(false);
        }

        var reason = FailureAttributes.Clean(context.GetAttribute(FailureAttributes.Message) ?? "It was not handled within the tries that its queue allows.");
        JobLog.DeadLettered(context.Lambda.Logger, part, reason);
        await _reports.ReportAsync(part, PartOutcome.DeadLettered, reason, context).ConfigureAwait(false);
    }

    /// <summary>A letter that a failure destination got names the message as its cause; one that a queue moved is the message.</summary>
    private static JobPart PartOf(RecordContext context) =>
        JobPart.TryParse(context.MessageId, out var part) || JobPart.TryParse(context.CausationId, out part)
            ? part
            : throw new NonRetryableException($"Message {context.MessageId} is no part of a job: its id must be the job's, a slash and a number.");
}
