using Amazon.Lambda.Core;

namespace Patterns.Records.Internal;

/// <summary>What behaviours see of a batch as a whole.</summary>
internal sealed class BatchView<TMessage>(RecordBatch batch, ILambdaContext lambda, TimeProvider time, LaneSchedule lanes)
{
    private readonly PreparedRecord<TMessage>[] _records = new PreparedRecord<TMessage>[batch.Count];

    public PreparedRecord<TMessage>[] Records => _records;

    public SourceKind Source => batch.Source;

    public ILambdaContext Lambda => lambda;

    public TimeProvider Time => time;

    /// <summary>How far the records have come; null until all lanes have ended or were given up.</summary>
    public RecordStates? States { get; set; }

    /// <summary>How far a record has come; valid when all lanes have ended or were given up.</summary>
    public RecordState StateOf(int index) => States![index];

    /// <summary>
    /// Turns a handled record into a failed one, and those behind it in its lane into blocked ones, so that order is kept when
    /// it comes again. A record that was not handled is left as it is.
    /// </summary>
    public void Fail(int index, Exception failure)
    {
        if (StateOf(index) != RecordState.Handled)
        {
            return;
        }

        States!.Fail(index, RecordState.Failed, failure);
        Telemetry.Log.Failed(lambda.Logger, _records[index].Context, failure);
        States.BlockAfter(index, lanes);
    }
}
