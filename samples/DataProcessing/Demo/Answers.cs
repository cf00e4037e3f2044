namespace DataProcessing.Demo;

/// <summary>How the API answers when a job has ended.</summary>
/// <param name="SameJobAgain">Whether the same job, sent again, is said to have ended.</param>
/// <param name="OtherJobRefused">Whether another job of its id is refused.</param>
internal sealed record Answers(bool SameJobAgain, bool OtherJobRefused);
