using Patterns.Backends;
using Patterns.Facade;
using Patterns.Tables;

namespace Backends.Functions;

/// <summary>The service of who takes which course. It knows who asks by the token that its own authorizer checks.</summary>
public sealed class Enrolments() : BackendHandler(Define(Patterns.Aws.Table.From(Environment.GetEnvironmentVariable("TABLE")!)))
{
    private static readonly PartOptions<string[]> Mandatory = new() { IsMandatory = true, MaxAttempts = 1 };

    private static BackendContract Define(ITable table)
    {
        var contract = new BackendContract("enrolments");
        contract.Version(1)
            .Get("enrolments", Json.Default.EnrolmentList, request =>
            {
                var plan = new CallPlan();
                var ids = plan.Add("courseIds", Json.Default.StringArray, part => ReadAsync(table, request.Caller.Id, part.CancellationToken), Mandatory);
                return new(plan, result => new EnrolmentList(result.ValueOrDefault(ids)!));
            })
            .Send(HttpMethod.Post, "enrolments", Json.Default.Enrol, Json.Default.Enrolment, async (request, enrol, cancellationToken) =>
            {
                await table.PutAsync(new TableItem(new(request.Caller.Id, enrol.CourseId)), cancellationToken);
                return new Enrolment(enrol.CourseId, request.Caller.Id);
            });
        return contract;
    }

    private static async ValueTask<string[]> ReadAsync(ITable table, string user, CancellationToken cancellationToken)
    {
        var ids = new List<string>();
        await foreach (var item in table.QueryAsync(new TableQuery(user), cancellationToken))
        {
            ids.Add(item.Key.Sort);
        }

        return [.. ids];
    }
}
