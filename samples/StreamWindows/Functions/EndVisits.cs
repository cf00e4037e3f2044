using Patterns;
using Patterns.Aws;
using Patterns.Outbound;
using Patterns.Windows;

namespace StreamWindows.Functions;

/// <summary>Makes visits of views: a visit ends when its visitor has looked at no page for two minutes.</summary>
/// <remarks>A view that comes up to two minutes late still is in its visit, and may make one of two.</remarks>
public sealed class EndVisits() : SessionHandler<PageView, VisitSoFar?, VisitEnded>(
    Json.Default.PageView,
    Json.Default.VisitSoFar!,
    Json.Default.VisitEnded,
    new SessionOptions<PageView>
    {
        Gap = TimeSpan.FromMinutes(2),
        EventTime = view => view.At,
        AllowedLateness = TimeSpan.FromMinutes(2),
        DuplicateId = view => view.Id,
        Table = Table.From(Environment.GetEnvironmentVariable("VISITS_TABLE")!),
        Results = To("VISITS_QUEUE"),
        Type = "visit.ended",
    },
    new RecordHandlerOptions { FailureDestination = To("BROKEN_VIEWS_QUEUE") })
{
    protected override VisitSoFar? Start(KeyWindow window) => null;

    protected override ValueTask<VisitSoFar?> AddAsync(VisitSoFar? visit, PageView view, RecordContext context) =>
        new(visit?.With(VisitSoFar.Of(view)) ?? VisitSoFar.Of(view));

    protected override VisitSoFar? Merge(VisitSoFar? earlier, VisitSoFar? later) => earlier!.With(later!);

    protected override ValueTask CloseAsync(VisitSoFar? visit, KeyWindowResults<VisitEnded> results)
    {
        results.Emit(new VisitEnded(results.Window.Key, visit!.First.At, visit.Views, visit.First.Page, visit.Last.Page));
        return ValueTask.CompletedTask;
    }

    private static IDestination To(string variable) => Destination.From(Environment.GetEnvironmentVariable(variable)!);
}
