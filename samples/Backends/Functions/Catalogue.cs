using Patterns.Backends;
using Patterns.Facade;
using Patterns.Http;
using Patterns.Tables;

namespace Backends.Functions;

/// <summary>The service of courses. Its clients are backends, which have a contract like others.</summary>
public sealed class Catalogue() : BackendHandler(Define(Patterns.Aws.Table.From(Environment.GetEnvironmentVariable("TABLE")!)))
{
    private static readonly TableKey OutageKey = new("outage", "now");
    private static readonly PartOptions<Course[]> Mandatory = new() { IsMandatory = true, MaxAttempts = 1 };

    public static BackendContract Define(ITable table)
    {
        var contract = new BackendContract("catalogue");
        contract.Version(1)
            .Get("courses", Json.Default.CourseList, request => Courses(table, request))
            .Send(HttpMethod.Put, "courses", Json.Default.Course, Json.Default.Course, async (_, course, cancellationToken) =>
            {
                if (course.Lessons < 1)
                {
                    throw new ProblemException(new Problem(422, "A course has at least one lesson."));
                }

                await table.PutAsync(
                    new TableItem(new(course.Id, "course")) { ["title"] = course.Title, ["summary"] = course.Summary, ["lessons"] = course.Lessons },
                    cancellationToken);
                return course;
            })

            // For the demo: the service is out of order until it is said to be well again.
            .Send(HttpMethod.Put, "outage", Json.Default.Outage, Json.Default.Outage, async (_, outage, cancellationToken) =>
            {
                await table.PutAsync(new TableItem(OutageKey) { ["isDown"] = outage.IsDown }, cancellationToken);
                return outage;
            });
        return contract;
    }

    private static Composition<CourseList> Courses(ITable table, BackendRequest request)
    {
        var ids = (request.Api.QueryValue("ids") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(100).ToList();
        var plan = new CallPlan();
        var courses = plan.Add("courses", Json.Default.CourseArray, part => ReadAsync(table, ids, part.CancellationToken), Mandatory);
        return new(plan, result => new CourseList(result.ValueOrDefault(courses)!));
    }

    private static async ValueTask<Course[]> ReadAsync(ITable table, IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var items = await table.GetManyAsync([OutageKey, .. ids.Select(id => new TableKey(id, "course"))], cancellationToken);
        return items[0]?["isDown"]?.GetBoolean() == true
            ? throw new ProblemException(Problems.Unavailable(null))
            : [.. items.Skip(1).OfType<TableItem>().Select(item => new Course(item.Key.Partition, item["title"]!.GetString(), item["summary"]!.GetString(), (int)item["lessons"]!.GetInt64()))];
    }
}
