using Patterns.Backends;
using Patterns.Facade;
using Patterns.Tables;

namespace Backends.Functions;

/// <summary>The service of how far everybody is.</summary>
public sealed class Progress() : BackendHandler(Define(Patterns.Aws.Table.From(Environment.GetEnvironmentVariable("TABLE")!)))
{
    private static readonly PartOptions<Done[]> Mandatory = new() { IsMandatory = true, MaxAttempts = 1 };

    private static BackendContract Define(ITable table)
    {
        var contract = new BackendContract("progress");
        contract.Version(1)
            .Get("progress", Json.Default.DoneList, request =>
            {
                var plan = new CallPlan();
                var done = plan.Add("courses", Json.Default.DoneArray, part => ReadAsync(table, request.Caller.Id, part.CancellationToken), Mandatory);
                return new(plan, result => new DoneList(result.ValueOrDefault(done)!));
            })
            .Send(HttpMethod.Put, "progress", Json.Default.Done, Json.Default.Done, async (request, done, cancellationToken) =>
            {
                await table.PutAsync(new TableItem(new(request.Caller.Id, done.CourseId)) { ["lessons"] = done.Lessons }, cancellationToken);
                return done;
            });
        return contract;
    }

    private static async ValueTask<Done[]> ReadAsync(ITable table, string user, CancellationToken cancellationToken)
    {
        var done = new List<Done>();
        await foreach (var item in table.QueryAsync(new TableQuery(user), cancellationToken))
        {
            done.Add(new Done(item.Key.Sort, (int)item["lessons"]!.GetInt64()));
        }

        return [.. done];
    }
}
