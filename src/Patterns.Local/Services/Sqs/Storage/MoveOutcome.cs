namespace Patterns.Local.Services.Sqs.Storage;

internal enum MoveOutcome
{
    Moved,
    NothingToMove,
    NoTarget,
}
