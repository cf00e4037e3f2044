namespace Patterns.FanIn.Internal;

/// <summary>A part that wants to be counted.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Body">Its content as text.</param>
/// <param name="Expected">How many parts it says there are; null when it says nothing.</param>
/// <param name="Rank">A part replaces one of the same id that has a lower rank, while the aggregate is open.</param>
internal sealed record NewPart(string Id, string Body, int? Expected, int Rank = 0);
