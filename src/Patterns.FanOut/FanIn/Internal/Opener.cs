using Patterns.Tables;

namespace Patterns.FanIn.Internal;

/// <summary>Opens aggregates, also those that have parts already.</summary>
internal sealed class Opener(StoreLayout layout)
{
    private const int MostLooks = 20;

    /// <returns>The aggregate after that, and whether the opening is part of it; it is not in one that ended without it.</returns>
    public async ValueTask<(Head Head, bool IsTaken)> OpenAsync(string correlationId, FanInOpening opening, CancellationToken cancellationToken)
    {
        opening.Validate(layout.Now, layout.Options.Timeout);
        Head? head = null;
        for (var looks = 0; looks < MostLooks; looks++)
        {
            if (head is not null && (head.State != FanInState.Open || Says(head, opening)))
            {
                return (head, Says(head, opening));
            }

            var next = head is null ? First(correlationId, opening) : With(head, opening);
            var writes = head is null ? Begin(next) : Change(head, next);
            var result = await layout.TransactAsync(writes, StoreLayout.NewToken(), cancellationToken).ConfigureAwait(false);
            if (result.Committed)
            {
                return (next, true);
            }

            head = result.Refusals[0].Item is { } item ? Head.From(correlationId, item) : null;
        }

        throw new FanInException($"{correlationId} changed at every attempt to open it.", correlationId);
    }

    /// <summary>Whether the aggregate knows all that the opening says.</summary>
    private static bool Says(Head head, FanInOpening opening) =>
        (opening.Count is null || head.Expected == opening.Count)
        && (opening.ExpectedParts is null || head.ExpectedParts?.SetEquals(opening.ExpectedParts) == true)
        && (opening.Deadline is not { } deadline || head.Deadline == deadline);

    private Head First(string correlationId, FanInOpening opening)
    {
        var now = layout.Now;
        var deadline = opening.Deadline ?? now + layout.Options.Timeout;
        return new Head(correlationId, FanInState.Open, 0, now, deadline, layout.TimerAt(correlationId, opening.Count == 0 ? now : deadline))
        {
            Expected = opening.Count,
            ExpectedParts = SetOf(opening),
        };
    }

    /// <summary>
    /// The timer of an aggregate that has parts already is due at once: all may have come, and no other part is there to see it.
    /// </summary>
    private Head With(Head head, FanInOpening opening)
    {
        if (opening.Count is { } said && head.Expected is { } known && known != said)
        {
            throw new FanInConflictException(head.CorrelationId, known, said);
        }

        var deadline = opening.Deadline ?? head.Deadline;
        var now = layout.Now;
        return head with
        {
            Expected = opening.Count ?? head.Expected,
            ExpectedParts = SetOf(opening) ?? head.ExpectedParts,
            Deadline = deadline,
            Timer = head.Timer with { Due = now < deadline ? now : deadline },
        };
    }

    private TableWrite[] Begin(Head head) =>
    [
        new TablePut(head.ToItem(layout.HeadKey(head.CorrelationId), layout.ExpiresAt)) { Condition = TableCondition.ItemMissing },
        layout.SetTimer(head.CorrelationId, head.Timer),
    ];

    private TableWrite[] Change(Head head, Head next)
    {
        var update = layout.UpdateHead(head, next.Timer.Due).Set(HeadNames.Deadline, Moment.ToText(next.Deadline));
        var condition = update.Condition!;
        if (next.Expected is { } expected)
        {
            update = update.Set(HeadNames.Expected, expected);
            condition &= head.Expected is null ? TableCondition.Missing(HeadNames.Expected) : TableCondition.Equal(HeadNames.Expected, expected);
        }

        if (next.ExpectedParts is { } parts)
        {
            update = update.Set(HeadNames.ExpectedParts, TableValue.SetOf(parts));
        }

        return [update with { Condition = condition }, .. layout.MoveTimer(head, next.Timer.Due)];
    }

    private static HashSet<string>? SetOf(FanInOpening opening) => opening.ExpectedParts?.ToHashSet(StringComparer.Ordinal);
}
