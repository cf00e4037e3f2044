using Patterns.Aws;
using Patterns.Tables;

namespace EventDriven.Functions.Cleanup;

/// <summary>Files away the papers that an update has made out of date: each version those of the one before.</summary>
internal sealed class PaperArchive
{
    private static readonly TableKey Switch = new("switch", "state");

    public ITable Table { get; } = Patterns.Aws.Table.From(Environment.GetEnvironmentVariable("TABLE")!);

    /// <summary>The switch by which the demo has the service fail, whoever calls it and in whatever way.</summary>
    /// <exception cref="InvalidOperationException">The service is switched off.</exception>
    public async ValueTask CheckSwitchAsync(CancellationToken cancellationToken)
    {
        if (await Table.GetAsync(Switch, cancellationToken) is not null)
        {
            throw new InvalidOperationException("The cleanup service is out of order.");
        }
    }

    /// <summary>Counts, so that one that was done twice would show.</summary>
    public static TableUpdate FileAway(string kind, string id, int version) =>
        new TableUpdate(new TableKey($"{kind}#{id}", "papers")).Add("filed", 1).AddToSet("versions", $"{version}");
}
