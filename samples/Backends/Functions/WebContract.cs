using Patterns.Backends;
using Patterns.Facade;

namespace Backends.Functions;

/// <summary>A course as the web page shows it: all there is, and how far one is.</summary>
public sealed record WebCourse(string Id, string Title, string Summary, int Lessons, int? Done);

public sealed record WebHome(string User, WebCourse[]? Courses, string? ContinueWith);

/// <summary>What the web page sends to enrol. Who enrols is who asks: there is no member for it.</summary>
public sealed record WebEnrol(string CourseId);

public sealed record WebEnrolled(string CourseId, string User);

/// <summary>What the web page is promised.</summary>
public static class WebContract
{
    public static BackendContract Define(Services services)
    {
        var contract = new BackendContract("web");
        contract.Version(1)
            .Get("home", Json.Default.WebHome, request => Home(services, request))
            .Send(HttpMethod.Post, "enrolments", Json.Default.WebEnrol, Json.Default.WebEnrolled, async (request, enrol, cancellationToken) =>
            {
                var enrolment = await services.EnrolAsync(request, enrol.CourseId, cancellationToken);
                return new WebEnrolled(enrolment.CourseId, enrolment.User);
            });
        return contract;
    }

    private static Composition<WebHome> Home(Services services, BackendRequest request)
    {
        var courses = services.Courses(request);
        var plan = new CallPlan();
        var mine = plan.Add("enrolments", Json.Default.EnrolmentList, part => services.EnrolmentsAsync(request, part.CancellationToken), Services.Mandatory);
        var progress = plan.Add("progress", Json.Default.DoneList, part => services.ProgressAsync(request, part.CancellationToken));
        var catalogue = plan.Add(
            "catalogue",
            Json.Default.CourseList,
            async part =>
            {
                var ids = part.Value(mine).CourseIds;
                var found = await courses.LoadManyAsync(ids, part.CancellationToken);
                return new CourseList([.. ids.Where(found.ContainsKey).Select(id => found[id])]);
            },
            needs: [mine]);
        return new(plan, result => Page(request.Caller.Id, result.ValueOrDefault(catalogue), result.ValueOrDefault(progress)));
    }

    private static WebHome Page(string user, CourseList? catalogue, DoneList? progress) => new(
        user,
        catalogue?.Courses.Select(course => new WebCourse(course.Id, course.Title, course.Summary, course.Lessons, DoneOf(course, progress))).ToArray(),
        progress?.Courses.OrderByDescending(done => done.Lessons).FirstOrDefault()?.CourseId);

    /// <summary>Null where nobody knows, which is not none.</summary>
    private static int? DoneOf(Course course, DoneList? progress) =>
        progress is null ? null : progress.Courses.FirstOrDefault(done => done.CourseId == course.Id)?.Lessons ?? 0;
}
