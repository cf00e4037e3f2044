namespace DataProcessing.Demo;

internal sealed record FailedPart(int Number, string Outcome, string Reason);
